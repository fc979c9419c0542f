package dev.longrun.coach.words;

/** Why an answer of the model, or a paragraph of it, cannot be used. */
public enum Fault {
  /** Of a whole answer. */
  EMPTY,
  NOT_JSON,
  CUT_ANSWER,
  CUT_PROMPT,
  SCHEMA_ECHO,
  WRONG_SHAPE,
  ENDLESS_REPETITION,
  TOO_LITTLE_LEFT,
  REFUSED_BY_MODEL,

  /** Of a sentence. */
  CHARACTERS,
  HALF_SENTENCE,
  TOO_LONG,
  SECOND_SENTENCE,
  UNKNOWN_ID,
  UNKNOWN_WORD,
  NUMBER,
  QUANTIFIER,
  NEGATION,
  JUDGEMENT,
  MEDICAL,
  PRESCRIPTION,
  NAME,
  FORECAST,
  CLAIM,
  CAUSE,
  THING,
  STATEMENT
}
