package dev.longrun.coach.topics;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A text as words, numbers and marks. Everything that reads it looks a few tokens ahead at most, so reading takes linear time. */
final class Tokens {
  private static final Token NONE = new Token("\0", 0, 0, false, false);
  /** Longer numbers are no day, distance or time of anybody. */
  private static final int LONGEST_NUMBER = 7;

  private final String text;
  private final List<Token> tokens;

  private Tokens(String text, List<Token> tokens) {
    this.text = text;
    this.tokens = tokens;
  }

  static Tokens of(String raw) {
    String text = plain(raw);
    List<Token> tokens = new ArrayList<>();
    int previousEnd = -1;
    for (int i = 0; i < text.length(); ) {
      char first = text.charAt(i);
      if (Character.isWhitespace(first)) {
        i++;
        continue;
      }
      int end = i + 1;
      if (Character.isLetter(first)) {
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
          end++;
        }
      } else if (isDigit(first)) {
        while (end < text.length() && isDigit(text.charAt(end))) {
          end++;
        }
      }
      String word = text.substring(i, end).toLowerCase(Locale.ROOT);
      tokens.add(new Token(word.isEmpty() ? "\0" : word, i, end, previousEnd == i, Character.isUpperCase(first)));
      previousEnd = end;
      i = end;
    }
    return new Tokens(text, List.copyOf(tokens));
  }

  /** Without control characters, with the plain form of every letter, dash and apostrophe; line ends stay. */
  private static String plain(String raw) {
    StringBuilder plain = new StringBuilder(raw.length());
    Normalizer.normalize(raw, Normalizer.Form.NFKC)
        .codePoints()
        .forEach(
            code -> {
              if (code == '\n') {
                plain.append('\n');
              } else if (code == '’' || code == '‘' || code == '`' || code == '´') {
                plain.append('\'');
              } else if (code >= '‐' && code <= '―' || code == '−') {
                plain.append('-');
              } else if (Character.isISOControl(code) || Character.getType(code) == Character.FORMAT || code > 0xffff) {
                plain.append(' ');
              } else {
                plain.appendCodePoint(code);
              }
            });
    return plain.toString();
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  int size() {
    return tokens.size();
  }

  /** A token that is nothing, outside the text. */
  Token at(int i) {
    return i < 0 || i >= tokens.size() ? NONE : tokens.get(i);
  }

  String word(int i) {
    return at(i).text();
  }

  boolean is(int i, String... words) {
    for (String word : words) {
      if (at(i).text().equals(word)) {
        return true;
      }
    }
    return false;
  }

  boolean isOneOf(int i, Set<String> words) {
    return words.contains(at(i).text());
  }

  /** The whole number there, or -1. */
  int number(int i) {
    Token token = at(i);
    return token.isNumber() && token.text().length() <= LONGEST_NUMBER ? Integer.parseInt(token.text()) : -1;
  }

  boolean contains(Set<String> words) {
    return tokens.stream().anyMatch(token -> words.contains(token.text()));
  }

  boolean containsInOrder(String... words) {
    for (int i = 0; i + words.length <= tokens.size(); i++) {
      int j = 0;
      while (j < words.length && at(i + j).text().equals(words[j])) {
        j++;
      }
      if (j == words.length) {
        return true;
      }
    }
    return false;
  }

  /** The text from one token to before another, as it was written. */
  String text(int from, int to) {
    return from >= to ? "" : text.substring(at(from).start(), at(to - 1).end());
  }

  /** The tokens from one to before another as a text of their own. */
  Tokens part(int from, int to) {
    return of(text(from, to));
  }

  String text() {
    return text;
  }
}
