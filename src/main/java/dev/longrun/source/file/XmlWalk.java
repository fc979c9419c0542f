package dev.longrun.source.file;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.UnaryOperator;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Goes through an XML document once, without ever holding more than a tag and a text of it. Document type definitions, and with them
 * every entity of one's own making, are refused; so are tags and texts of megabytes.
 */
final class XmlWalk {
  /** Longer texts are cut: a note of the runner's is a few sentences. */
  private static final int LONGEST_TEXT = 10_000;

  private static final String DAMAGED = "The file is cut off or damaged; the run holds what came before that.";

  private static final XMLInputFactory FACTORY = factory();

  private XmlWalk() {}

  /** Is told what stands in the document. Names come without their prefix. */
  interface Listener {
    /** @param attribute gives the value of an attribute, null when it is not there */
    void begins(String name, UnaryOperator<String> attribute);

    /** @param text what stood directly in the element, without blanks around it; null when nothing did */
    void ends(String name, String text);
  }

  /**
   * @return why not all of it could be read, null when it could
   * @throws UnusableFile when the document is an attack
   */
  static String through(byte[] bytes, Listener listener) {
    // Read as characters by ourselves: a name in another encoding than the file says must not end the run.
    try (Reader input = new XmlMending(new InputStreamReader(new MarkupGuard(withoutBlanks(bytes)), XmlCharset.of(bytes)))) {
      XMLStreamReader reader = FACTORY.createXMLStreamReader(input);
      try {
        walk(reader, listener);
        return null;
      } finally {
        reader.close();
      }
    } catch (UnusableFile e) {
      throw e;
    } catch (XMLStreamException | java.io.IOException e) {
      if (e.getCause() instanceof UnusableFile unusable) {
        throw unusable;
      }
      return DAMAGED;
    } catch (RuntimeException e) {
      // The parser wraps some of what its input throws, and answers some damage with exceptions of its own making.
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof UnusableFile unusable) {
          throw unusable;
        }
      }
      return DAMAGED;
    }
  }

  private static void walk(XMLStreamReader reader, Listener listener) throws XMLStreamException {
    Deque<StringBuilder> texts = new ArrayDeque<>();
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw new UnusableFile("The XML file has a document type definition or entities of its own, which no activity needs.");
        case XMLStreamConstants.START_ELEMENT -> {
          if (texts.size() == Limits.XML_DEPTH) {
            throw new UnusableFile("The XML file nests its elements deeper than " + Limits.XML_DEPTH + " levels, which no activity does.");
          }
          texts.push(new StringBuilder());
          listener.begins(local(reader.getLocalName()), name -> attribute(reader, name));
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          StringBuilder text = texts.peek();
          int room = text == null ? 0 : LONGEST_TEXT - text.length();
          if (room > 0) {
            text.append(reader.getTextCharacters(), reader.getTextStart(), Math.min(room, reader.getTextLength()));
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          String text = texts.pop().toString().strip();
          listener.ends(local(reader.getLocalName()), text.isEmpty() ? null : text);
        }
        default -> {
          // Comments and processing instructions say nothing about a run.
        }
      }
    }
  }

  private static String attribute(XMLStreamReader reader, String name) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (local(reader.getAttributeLocalName(i)).equals(name)) {
        return reader.getAttributeValue(i);
      }
    }
    return null;
  }

  /** Without its prefix, whether that was declared or not. */
  private static String local(String name) {
    return name.substring(name.indexOf(':') + 1);
  }

  /** Strava's exports begin with blanks, others with a byte order mark, and before an XML declaration nothing may stand. */
  private static InputStream withoutBlanks(byte[] bytes) {
    int start = 0;
    if (bytes.length > 2 && (bytes[0] & 0xFF) == 0xEF && (bytes[1] & 0xFF) == 0xBB && (bytes[2] & 0xFF) == 0xBF) {
      start = 3;
    }
    while (start < bytes.length && (bytes[start] == ' ' || bytes[start] == '\t' || bytes[start] == '\r' || bytes[start] == '\n')) {
      start++;
    }
    return new ByteArrayInputStream(bytes, start, bytes.length - start);
  }

  private static XMLInputFactory factory() {
    // The JDK's own, whatever a library brings along: its behaviour under these settings is what the tests hold.
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    // Strava's own files use prefixes that they do not declare.
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
    return factory;
  }
}
