package dev.longrun.coach;

import java.time.Instant;
import java.util.List;

/** Finds near vectors. An index only: everything in it can be thrown away and comes back from SQLite. One caller at a time. */
interface MemoryIndex {
  /**
   * @param id the conversation's kind and reference
   * @param distance squared Euclidean distance of unit vectors, {@code 2·(1 − cos)}
   */
  record Hit(String id, double distance) {}

  /** How many vectors are in it. */
  int size() throws MemoryAway;

  /** Puts vectors in, replacing those of the same conversation. */
  void put(List<Conversation> conversations) throws MemoryAway;

  /** Takes everything out. */
  void clear() throws MemoryAway;

  /** The nearest conversations held in [from, until), nearest first. */
  List<Hit> nearest(float[] vector, Instant from, Instant until) throws MemoryAway;
}
