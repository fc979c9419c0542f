/** What a log note can say, as plain data: the inbox reads it from a file, the log does it. */
package dev.longrun.log.said.note;
