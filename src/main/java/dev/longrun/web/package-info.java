/**
 * The one way out of the process: calls that are bounded in time and size as a whole, for tokens, the sites, the model and the vector
 * store. It knows nobody.
 */
package dev.longrun.web;
