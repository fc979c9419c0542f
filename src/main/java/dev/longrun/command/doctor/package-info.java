/**
 * What {@code longrun doctor} looks at, a class for each thing that can be wrong; every {@link dev.longrun.command.doctor.Finding}
 * says how to mend it. It only reads, and may know everybody but the demo.
 */
package dev.longrun.command.doctor;
