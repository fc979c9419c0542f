/**
 * The one picture that carries the point of an answer or a summary, where looking is easier than reading:
 * {@link dev.longrun.coach.pictures.Pictures} chooses it by the topic, {@code report.plot} draws it as text in the page and as SVG beside
 * it. A new one is a class and a line there; where there is too little to see there is none.
 */
package dev.longrun.coach.pictures;
