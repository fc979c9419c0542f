package dev.longrun.coach.topics;

/** Makes a vector of unit length from a text, such that near vectors have near meanings. {@code Embedder::embed} is one. */
@FunctionalInterface
public interface Vectors {
  /** @throws Exception when none can be made now; a question is then read by its words alone */
  float[] of(String text) throws Exception;
}
