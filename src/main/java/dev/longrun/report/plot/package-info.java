/**
 * Pictures of a few kinds: lines, dots and rules over time, and bars. The same data as SVG beside a page and as text within it. Numbers
 * are labelled by whoever hands them in; nothing here knows what they mean.
 */
package dev.longrun.report.plot;
