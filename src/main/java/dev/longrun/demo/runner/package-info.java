/**
 * A runner who does not exist, with two years of training: the same seed gives the same runs, shoes and weather, and the truths the
 * demo is tested against. It knows nobody.
 */
package dev.longrun.demo.runner;
