package dev.longrun.coach;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import dev.longrun.log.Reason;
import dev.longrun.unpack.UnpackedFile;
import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes vectors with all-MiniLM-L6-v2, inside the process. Loaded when first needed, from files unpacked into the home once: read
 * straight from its jar, the model takes 440 MiB and dies in a small heap.
 */
public final class Embedder {
  private static final Logger LOG = LoggerFactory.getLogger(Embedder.class);

  static final String MODEL = "all-minilm-l6-v2";
  static final int DIMENSION = 384;

  /** The model reads 256 word pieces at a time; much more than that only blurs the vector. */
  private static final int LONGEST_TEXT = 2_000;

  /** One for the process: it never changes, and its native memory is never given back. */
  private static EmbeddingModel loaded;

  private final Path folder;

  /** @param folder where the model's files are unpacked */
  public Embedder(Path folder) {
    this.folder = folder;
  }

  /** @throws MemoryAway when the model cannot be loaded on this machine */
  public float[] embed(String text) throws MemoryAway {
    String start = text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    try {
      return model().embed(start.isBlank() ? "?" : start).content().vector();
    } catch (IOException | RuntimeException | LinkageError e) {
      LOG.warn("The embedding model cannot be loaded", e);
      throw new MemoryAway("The embedding model cannot be loaded: " + why(e) + ".", e);
    }
  }

  private static String why(Throwable e) {
    return e instanceof IOException ? Reason.ofFile(e) : "this machine cannot run it, or its files are damaged";
  }

  private EmbeddingModel model() throws IOException {
    synchronized (Embedder.class) {
      if (loaded == null) {
        NativeLibraries.keepWithin(folder.resolve("native"));
        Path model = unpack("all-minilm-l6-v2.onnx");
        Path tokenizer = unpack("all-minilm-l6-v2-tokenizer.json");
        loaded = new OnnxEmbeddingModel(model, tokenizer, PoolingMode.MEAN);
      }
      return loaded;
    }
  }

  private Path unpack(String name) throws IOException {
    return UnpackedFile.of("/" + name, folder.resolve(name));
  }
}
