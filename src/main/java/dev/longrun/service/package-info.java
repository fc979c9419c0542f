/**
 * What ties the parts together: the beans under the names that the routes use, the two lanes, one cycle, the folders of a home and
 * the lock on it. It may know everybody but {@code command} and {@code demo}; only {@code command} and {@code demo} know it.
 */
package dev.longrun.service;
