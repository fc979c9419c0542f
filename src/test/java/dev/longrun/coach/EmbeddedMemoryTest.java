package dev.longrun.coach;

import java.nio.file.Path;

class EmbeddedMemoryTest extends MemoryContract {
  @Override
  MemoryIndex open(Path home) {
    return new EmbeddedIndex();
  }

  @Override
  void lose(MemoryIndex index) {
    ((EmbeddedIndex) index).store().removeAll();
  }
}
