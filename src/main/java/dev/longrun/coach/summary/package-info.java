/**
 * The summaries of weeks and months: which are due, what they say, and how one is said again when late data change it materially.
 * Complete without a model. {@link dev.longrun.coach.summary.Summaries} is the way in; what a summary says is chosen by
 * {@link dev.longrun.coach.summary.SummaryComposer} from findings and advice, and laid out by
 * {@link dev.longrun.coach.summary.SummaryPage}, whose run table is one place.
 */
package dev.longrun.coach.summary;
