package dev.longrun.coach.topics;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The vectors of the example questions, made beforehand: hundreds of them take a small computer longer than a runner waits. Each is kept
 * under a digest of its example, so that an example that was changed finds none and is embedded when the program runs. A component
 * is one byte: likeness is an angle, which that leaves right to a thousandth.
 */
final class ExampleVectors {
  private static final String FILE = "/topics/vectors.bin";
  private static final int KEY_BYTES = 8;
  private static final int DIMENSION = 384;

  private ExampleVectors() {}

  static String key(String wording) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(wording.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, KEY_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** By key; empty when none were made. */
  static Map<String, float[]> read() throws IOException {
    Map<String, float[]> vectors = new HashMap<>();
    try (InputStream file = ExampleVectors.class.getResourceAsStream(FILE)) {
      if (file == null) {
        return vectors;
      }
      DataInputStream input = new DataInputStream(file);
      byte[] key = new byte[KEY_BYTES];
      byte[] components = new byte[DIMENSION];
      while (input.readNBytes(key, 0, KEY_BYTES) == KEY_BYTES) {
        input.readFully(components);
        vectors.put(HexFormat.of().formatHex(key), floats(components));
      }
      return vectors;
    } catch (EOFException e) {
      throw new IOException("The vectors of the example questions are cut off", e);
    }
  }

  private static float[] floats(byte[] components) {
    float[] vector = new float[components.length];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = components[i];
    }
    return vector;
  }

  static void write(List<String> wordings, Vectors vectors, OutputStream file) throws Exception {
    DataOutputStream output = new DataOutputStream(file);
    for (String wording : wordings) {
      float[] vector = vectors.of(wording);
      float largest = 0;
      for (float component : vector) {
        largest = Math.max(largest, Math.abs(component));
      }
      output.write(HexFormat.of().parseHex(key(wording)));
      for (float component : vector) {
        output.writeByte(Math.round(component / largest * Byte.MAX_VALUE));
      }
    }
    output.flush();
  }
}
