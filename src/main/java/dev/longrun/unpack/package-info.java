/** What the program carries in its jars and needs on the disk: native libraries and the embedding model. It knows nobody. */
package dev.longrun.unpack;
