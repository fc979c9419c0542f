package dev.longrun.coach.words;

import java.util.List;
import java.util.stream.Collectors;

/** Segments that are read as one. */
public record Paragraph(List<Segment> segments) {
  public Paragraph {
    segments = List.copyOf(segments);
  }

  String markdown() {
    return segments.stream().map(Segment::markdown).collect(Collectors.joining(" "));
  }

  boolean holds(String id) {
    return segments.stream().anyMatch(segment -> id.equals(segment.id()));
  }

  boolean holdsOurs() {
    return segments.stream().anyMatch(segment -> !segment.isSay());
  }

  Paragraph withoutSays() {
    return new Paragraph(segments.stream().filter(segment -> !segment.isSay()).toList());
  }
}
