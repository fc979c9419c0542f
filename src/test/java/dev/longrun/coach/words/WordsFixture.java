package dev.longrun.coach.words;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.data.message.ChatMessage;
import dev.longrun.coach.LanguageModel;
import dev.longrun.coach.ModelAway;
import dev.longrun.coach.ModelReply;
import dev.longrun.coach.advice.Advice;
import dev.longrun.coach.findings.Claim;
import dev.longrun.coach.findings.Explanation;
import dev.longrun.coach.findings.Finding;
import dev.longrun.coach.findings.Strength;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** A draft with a finding of every claim that matters, and a model that answers what it is told to. */
final class WordsFixture {
  static final List<Finding> FINDINGS =
      List.of(
          finding("chance", "Not yet: a chance of 26 % for 2:59:59, as you are today.", Claim.NOT_ON_TRACK),
          finding("week", "You ran 62.8 km in the week from 16 November, 27.2 km less than the week before.", Claim.LESS),
          finding("form", "Form is +5.4 today: you are rested.", Claim.FRESH),
          finding("faster", "Your easy pace of four weeks is 5:02 /km, 6 s/km faster than in the four before.", Claim.FASTER),
          finding("spread", "A good day now gives 3:05:00 over the marathon; eight of ten such days fall between 2:55:09 and 3:14:51."),
          finding("near-pace", "Near goal pace you ran 33.0 km in eight weeks, the longest piece 8.0 km."),
          finding("longest", "The longest run of ten weeks was 27.2 km, on 4 October."),
          finding("heat", "It was warm: 24 °C, which slows a run of this effort by about 3 %.", Claim.HOTTER, Claim.SLOWER, Claim.CAUSE),
          finding("drift", "Your heart rate rose from 144 to 148 between the halves.", Claim.HIGHER),
          finding("tired", "Three of five signs of fatigue stand against you.", Claim.TIRED),
          finding("race", "The race Hamburg on 25 April took you 3:12:40."),
          finding("hard", "The log does not show a hard run, and you noted neither effort nor feel."),
          finding("shoe", "The pair Brisk Daily 4 is 148 km past its limit.", Claim.WARNING));

  static final List<Advice> ADVICE =
      List.of(
          new Advice("retire", "Retire Brisk Daily 4 before the race.", List.of("shoe"), null, null),
          new Advice("long-run", "The next long run: 24 to 27 km.", List.of("longest"), null, null));

  static final List<Explanation> EXPLANATIONS = List.of(new Explanation("form-term", "form", "Form is fitness minus fatigue. It says how rested you are."));

  private WordsFixture() {}

  static Draft draft() {
    return new Draft("Am I on track?", null, FINDINGS, 4, ADVICE, EXPLANATIONS);
  }

  static Finding finding(String id, String text, Claim... claims) {
    return new Finding(id, Set.of(), text, List.of(), Set.of(claims), Strength.COUNTED, 50, null);
  }

  /** An answer with the sentence beside the findings, and a paragraph without any that holds others. */
  static String answer(String findings, String sentence) {
    List<String> beside = List.of(findings.split(","));
    List<String> segments = new ArrayList<>(List.of("{\"say\":" + json(sentence.replace("\\n", "\n")) + "}"));
    beside.forEach(id -> segments.add("{\"finding\":\"" + id + "\"}"));
    String others = String.join(",", FINDINGS.stream().map(Finding::id).filter(id -> !beside.contains(id)).limit(3).map(id -> "{\"finding\":\"" + id + "\"}").toList());
    return "{\"paragraphs\":[{\"segments\":[" + String.join(",", segments) + "]},{\"segments\":[" + others + "]}]}";
  }

  static WordedPage paged(String answer) {
    return paged(Wording.Mode.CHOOSE_ORDER_AND_SAY, answer, answer);
  }

  static WordedPage paged(Wording.Mode mode, String... answers) {
    try {
      return new Wording(new Told(answers), 8192, mode, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)).word(draft());
    } catch (ModelAway e) {
      throw new AssertionError(e);
    }
  }

  static List<String[]> rows(String file) throws IOException {
    try (InputStream input = WordsFixture.class.getResourceAsStream("/words/" + file)) {
      String text = new String(input.readAllBytes(), StandardCharsets.UTF_8);
      // Not lines(): some answers hold characters that end a line elsewhere.
      return Arrays.stream(text.split("\n")).filter(line -> !line.startsWith("#")).map(line -> line.split("\t", -1)).toList();
    }
  }

  private static String json(String text) {
    try {
      return new ObjectMapper().writeValueAsString(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  /** Says its answers one after the other, then the last again. */
  static final class Told implements LanguageModel {
    final List<List<ChatMessage>> heard = new ArrayList<>();
    private final String[] answers;
    private Integer promptTokens;

    Told(String... answers) {
      this.answers = answers;
    }

    Told counting(Integer tokens) {
      this.promptTokens = tokens;
      return this;
    }

    @Override
    public String answer(List<ChatMessage> messages) {
      throw new AssertionError("asked without a schema");
    }

    @Override
    public ModelReply reply(List<ChatMessage> messages, String jsonSchema, int mostTokens) {
      heard.add(List.copyOf(messages));
      return new ModelReply(answers[Math.min(heard.size(), answers.length) - 1], false, promptTokens, 50);
    }

    @Override
    public String name() {
      return "told";
    }
  }
}
