package dev.longrun.coach.words;

import dev.longrun.coach.findings.Claim;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether a sentence of the model may stand in its paragraph: it may connect, order, explain and encourage, and states nothing. Every
 * word of it must be one of the lexicon's; a word that claims something needs one finding in the paragraph that claims the same of
 * every thing the sentence names. Thread-safe.
 */
final class SayRule {
  private static final Lexicon LEXICON = Lexicon.read();
  private static final Set<String> CAPITALS = Set.of("I", "I'm", "I'll", "I've", "Longrun", "Longrun's");
  private static final Set<String> MODALS = Set.of("can", "may", "could", "might", "will", "would", "want", "hope", "wish");
  private static final Set<String> POINTING = Set.of("this", "that", "it", "these", "those", "it's", "that's");
  private static final Set<String> PREPOSITIONS = Set.of("about", "on", "for", "at", "to", "with", "of", "from", "in");

  private static final Map<Claim, Claim> OPPOSITES =
      Map.ofEntries(
          Map.entry(Claim.FASTER, Claim.SLOWER),
          Map.entry(Claim.SLOWER, Claim.FASTER),
          Map.entry(Claim.MORE, Claim.LESS),
          Map.entry(Claim.LESS, Claim.MORE),
          Map.entry(Claim.LONGER, Claim.SHORTER),
          Map.entry(Claim.SHORTER, Claim.LONGER),
          Map.entry(Claim.HIGHER, Claim.LOWER),
          Map.entry(Claim.LOWER, Claim.HIGHER),
          Map.entry(Claim.FITTER, Claim.LESS_FIT),
          Map.entry(Claim.LESS_FIT, Claim.FITTER),
          Map.entry(Claim.FRESH, Claim.TIRED),
          Map.entry(Claim.TIRED, Claim.FRESH),
          Map.entry(Claim.HARDER, Claim.EASIER),
          Map.entry(Claim.EASIER, Claim.HARDER),
          Map.entry(Claim.HOTTER, Claim.COOLER),
          Map.entry(Claim.COOLER, Claim.HOTTER),
          Map.entry(Claim.ON_TRACK, Claim.NOT_ON_TRACK),
          Map.entry(Claim.NOT_ON_TRACK, Claim.ON_TRACK));

  private final Draft draft;

  SayRule(Draft draft) {
    this.draft = draft;
  }

  /**
   * @param paragraph the segments it stands among
   * @return why it may not stand there
   */
  Optional<Refusal> refusal(String sentence, Paragraph paragraph) {
    String text = sentence.replace('’', '\'');
    Optional<Refusal> shape = SayShape.refusal(text);
    if (shape.isPresent()) {
      return shape;
    }
    Say say = new Say(text);
    List<String> all = say.words();
    if (say.written().stream().skip(1).anyMatch(word -> Character.isUpperCase(word.charAt(0)) && !CAPITALS.contains(word))) {
      return refused(Fault.NAME, sentence, "It names something; only findings name runs, days, races and shoes.");
    }
    boolean asks = all.stream().anyMatch(word -> LEXICON.has("asking", word));
    if (!asks && LEXICON.has("ending", all.get(all.size() - 1)) || asks && List.of("a", "an", "the", "of", "to", "and", "your", "by").contains(all.get(all.size() - 1))) {
      return refused(Fault.HALF_SENTENCE, sentence, "It is no whole sentence.");
    }
    say.take(LEXICON.phrases());
    List<String> rest = say.words();
    if (!rest.isEmpty() && rest.get(0).equals(all.get(0))) {
      String opening = rest.get(0);
      if (LEXICON.has("imperative", opening)) {
        return refused(Fault.PRESCRIPTION, sentence, "It tells the runner what to do; only advice does.");
      }
      if (LEXICON.has("opening", opening) && (opening.equals("so") && !text.startsWith("So that ") || text.matches("(?i)" + opening + ",.*"))) {
        say.take(List.of(opening));
      }
    }
    return said(say, sentence, paragraph);
  }

  private Optional<Refusal> said(Say say, String sentence, Paragraph paragraph) {
    List<String> words = say.words();
    List<String> claiming = say.take(LEXICON.claimWords());
    List<String> things = say.take(LEXICON.things());
    for (Map.Entry<String, Fault> refused : LEXICON.refused().entrySet()) {
      if (say.holds(refused.getKey())) {
        return refused(refused.getValue(), sentence, "\"" + refused.getKey() + "\" may not be said by you.");
      }
    }
    int than = say.words().indexOf("than");
    for (String word : claiming.isEmpty() || than < 0 ? say.words() : say.words().subList(0, than)) {
      if (!LEXICON.has(claiming.isEmpty() ? "free" : "beside", word)) {
        return refused(Fault.UNKNOWN_WORD, sentence, "\"" + word + "\" is no word for connecting.");
      }
    }
    if (words.contains("you") && words.indexOf("you") + 1 < words.size() && LEXICON.has("moving", words.get(words.indexOf("you") + 1))) {
      return refused(Fault.STATEMENT, sentence, "It states something; only findings state.");
    }
    if (addresses(words) && (!things.isEmpty() || !claiming.isEmpty()) || modalsWithYou(say.words())) {
      return refused(Fault.FORECAST, sentence, "It says what may or will be.");
    }
    if (!claiming.isEmpty() || !things.isEmpty()) {
      Optional<Refusal> unlicensed = unlicensed(claiming, things, sentence, paragraph);
      if (unlicensed.isPresent()) {
        return unlicensed;
      }
    }
    if (claiming.isEmpty() && states(words, things)) {
      return refused(Fault.STATEMENT, sentence, "It states something; only findings state.");
    }
    return Optional.empty();
  }

  private Optional<Refusal> unlicensed(List<String> claiming, List<String> things, String sentence, Paragraph paragraph) {
    if (claiming.isEmpty()) {
      return paragraph.segments().stream().anyMatch(segment -> !segment.isSay() && names(segment, things))
          ? Optional.empty()
          : refused(Fault.THING, sentence, "It names " + String.join(", ", things) + ", and no single segment of its paragraph does.");
    }
    boolean cause = claiming.stream().anyMatch(word -> LEXICON.claimsOf(word).equals(Set.of(Claim.CAUSE)));
    Set<Claim> claimed = claiming.stream().flatMap(word -> LEXICON.claimsOf(word).stream()).collect(Collectors.toSet());
    if (claiming.stream().map(LEXICON::claimsOf).anyMatch(claims -> claims.stream().noneMatch(claim -> !claimed.contains(OPPOSITES.get(claim))))) {
      return refused(Fault.CLAIM, sentence, "It claims a thing and its opposite.");
    }
    boolean contradicted =
        paragraph.segments().stream().anyMatch(segment -> claimed.stream().map(OPPOSITES::get).anyMatch(opposite -> opposite != null && draft.claims(segment).contains(opposite)));
    boolean licensed = paragraph.segments().stream().anyMatch(segment -> licenses(segment, claiming, things) && compares(sentence, segment));
    if (cause && !CauseOrder.isRight(sentence)) {
      return refused(Fault.CAUSE, sentence, "It takes the effect for the cause.");
    }
    if (licensed && !contradicted) {
      return Optional.empty();
    }
    return refused(
        cause ? Fault.CAUSE : Fault.CLAIM,
        sentence,
        "\"" + String.join("\", \"", claiming) + "\" may only be said beside a finding that says the same of the same thing.");
  }

  private boolean licenses(Segment segment, List<String> claiming, List<String> things) {
    Set<Claim> claims = draft.claims(segment);
    if (!names(segment, things) || !claiming.stream().allMatch(word -> LEXICON.claimsOf(word).stream().anyMatch(claims::contains))) {
      return false;
    }
    // Two claims in a sentence: one is taken for the cause of the other.
    Set<Set<Claim>> different = new HashSet<>();
    claiming.stream().map(LEXICON::claimsOf).filter(each -> different.stream().flatMap(Set::stream).noneMatch(each::contains)).forEach(different::add);
    return different.size() < 2 || claims.contains(Claim.CAUSE);
  }

  /** What follows "than" must stand in the finding: it is what the finding compares with. */
  private static boolean compares(String sentence, Segment segment) {
    List<String> words = new Say(sentence).words();
    int than = words.indexOf("than");
    return than < 0 || Set.copyOf(new Say(segment.text()).words()).containsAll(words.subList(than + 1, words.size()));
  }

  private static boolean names(Segment segment, List<String> things) {
    String text = " " + String.join(" ", segment.text() == null ? new String[0] : segment.text().toLowerCase(Locale.ROOT).replace("longest run", "longest run long run").replace(" km", " km kilometres").split("[^a-z']+")) + " ";
    return things.stream().allMatch(thing -> text.contains(" " + stem(thing)));
  }

  private static String stem(String thing) {
    return thing.equals("weekly") || thing.equals("monthly") ? thing.substring(0, thing.length() - 2) : thing.replaceAll("(?<=[a-z]{2})s$", "");
  }

  /** "You can", "may you", and any of these words at all. */
  private static boolean addresses(List<String> words) {
    return words.stream().anyMatch(MODALS::contains);
  }

  private static boolean modalsWithYou(List<String> words) {
    for (int i = 0; i + 1 < words.size(); i++) {
      if (words.get(i).equals("you") && List.of("can", "may", "could", "might", "will", "would").contains(words.get(i + 1))
          || words.get(i + 1).equals("you") && List.of("can", "may", "could", "might", "will", "would").contains(words.get(i))) {
        return true;
      }
    }
    return false;
  }

  /** A subject and its verb, or "this is the race". */
  private static boolean states(List<String> words, List<String> things) {
    for (int i = 0; i + 1 < words.size() && !LEXICON.has("asking", words.get(i)); i++) {
      String subject = words.get(i);
      String verb = words.get(i + 1);
      boolean isSubject = LEXICON.has("subject", subject) || LEXICON.things().contains(subject);
      if (isSubject && LEXICON.has("verb", verb)) {
        return true;
      }
      if (POINTING.contains(subject) && !things.isEmpty() && (LEXICON.has("verb", verb) || subject.endsWith("'s"))) {
        return words.subList(i + 1, words.size()).stream().noneMatch(word -> PREPOSITIONS.contains(word) || LEXICON.has("asking", word));
      }
    }
    return false;
  }

  private static Optional<Refusal> refused(Fault fault, String sentence, String reason) {
    return Optional.of(new Refusal(fault, sentence, reason));
  }
}
