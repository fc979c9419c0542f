package dev.longrun.demo.site;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes JSON field by field; a null value is an absent key, as the real sites have it. */
final class Payload {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
  private final JsonGenerator generator;

  private Payload() throws IOException {
    generator = FACTORY.createGenerator(bytes);
  }

  @FunctionalInterface
  interface Content {
    void write(Payload payload) throws IOException;
  }

  static byte[] of(Content content) {
    try {
      Payload payload = new Payload();
      content.write(payload);
      payload.generator.close();
      return payload.bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Payload object(Content content) throws IOException {
    generator.writeStartObject();
    content.write(this);
    generator.writeEndObject();
    return this;
  }

  Payload object(String name, Content content) throws IOException {
    generator.writeFieldName(name);
    return object(content);
  }

  Payload array(Content content) throws IOException {
    generator.writeStartArray();
    content.write(this);
    generator.writeEndArray();
    return this;
  }

  Payload array(String name, Content content) throws IOException {
    generator.writeFieldName(name);
    return array(content);
  }

  Payload put(String name, String value) throws IOException {
    if (value != null) {
      generator.writeStringField(name, value);
    }
    return this;
  }

  Payload put(String name, Double value) throws IOException {
    if (value != null) {
      generator.writeNumberField(name, value);
    }
    return this;
  }

  Payload put(String name, double value) throws IOException {
    generator.writeNumberField(name, value);
    return this;
  }

  Payload put(String name, long value) throws IOException {
    generator.writeNumberField(name, value);
    return this;
  }

  Payload put(String name, boolean value) throws IOException {
    generator.writeBooleanField(name, value);
    return this;
  }

  Payload putNull(String name) throws IOException {
    generator.writeNullField(name);
    return this;
  }

  /** An element of an array; null stays null. */
  Payload add(Double value) throws IOException {
    if (value == null) {
      generator.writeNull();
    } else {
      generator.writeNumber(value);
    }
    return this;
  }

  Payload add(String value) throws IOException {
    generator.writeString(value);
    return this;
  }

  Payload add(long value) throws IOException {
    generator.writeNumber(value);
    return this;
  }
}
