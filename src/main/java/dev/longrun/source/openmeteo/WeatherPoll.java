package dev.longrun.source.openmeteo;

import dev.longrun.source.Poll;

/** One pass over the runs that lack weather. */
public final class WeatherPoll extends Poll {}
