package dev.longrun.coach;

import dev.longrun.log.Database;
import dev.longrun.log.Timestamps;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

/** The conversations in SQLite: the truth of which every vector store is an index. Thread-safe. */
public final class Conversations {
  /** What is remembered of an answer: enough to know what was said, short enough for three of them in a prompt. */
  private static final int SHORT_ANSWER = 600;

  private static final RowMapper<Conversation> ROW =
      (row, context) ->
          new Conversation(
              row.getString("kind"),
              row.getString("reference"),
              Timestamps.parse(row.getString("held_at")),
              row.getString("question"),
              row.getString("short_answer"),
              vector(row.getBytes("embedding")));

  private final Jdbi writer;
  private final Jdbi reader;
  private final Clock clock;

  Conversations(Database database, Clock clock) {
    this.writer = database.writing();
    this.reader = database.reading();
    this.clock = clock;
  }

  /** Remembers within the transaction that stores the answer; what was remembered of the same thing is replaced, its time is kept. */
  public static void remember(Handle handle, String kind, String reference, Instant heldAt, String question, String words) {
    handle
        .createUpdate(
            """
            insert into conversation (kind, reference, held_at, question, short_answer)
            values (:kind, :reference, :heldAt, :question, :shortAnswer)
            on conflict (kind, reference) do update
            set question = excluded.question, short_answer = excluded.short_answer,
                embedding = null, embedding_model = null, indexed_at = null""")
        .bind("kind", kind)
        .bind("reference", reference)
        .bind("heldAt", Timestamps.of(heldAt))
        .bind("question", question)
        .bind("shortAnswer", shortened(words))
        .execute();
  }

  static String shortened(String words) {
    String line = words.replaceAll("\\s+", " ").strip();
    if (line.length() <= SHORT_ANSWER) {
      return line;
    }
    String start = line.substring(0, SHORT_ANSWER);
    int end = Math.max(start.lastIndexOf(". "), Math.max(start.lastIndexOf("! "), start.lastIndexOf("? ")));
    return end > SHORT_ANSWER / 2 ? start.substring(0, end + 1) : start + "…";
  }

  /** Those without a vector of this model. */
  List<Conversation> withoutVector(String model) {
    return reader.withHandle(
        handle ->
            handle
                .createQuery("select * from conversation where embedding is null or embedding_model is not :model order by held_at")
                .bind("model", model)
                .map(ROW)
                .list());
  }

  void keepVector(Conversation conversation, float[] vector, String model) {
    writer.useTransaction(
        handle ->
            handle
                .createUpdate(
                    """
                    update conversation set embedding = :embedding, embedding_model = :model, indexed_at = null
                    where kind = :kind and reference = :reference and short_answer = :shortAnswer""")
                .bind("embedding", bytes(vector))
                .bind("model", model)
                .bind("kind", conversation.kind())
                .bind("reference", conversation.reference())
                .bind("shortAnswer", conversation.shortAnswer())
                .execute());
  }

  List<Conversation> notIndexed(int most) {
    return reader.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select * from conversation
                    where embedding is not null and indexed_at is null
                    order by held_at
                    limit :most""")
                .bind("most", most)
                .map(ROW)
                .list());
  }

  void indexed(List<Conversation> conversations) {
    writer.useTransaction(
        handle ->
            conversations.forEach(
                conversation ->
                    handle.execute(
                        "update conversation set indexed_at = ? where kind = ? and reference = ? and short_answer = ?",
                        Timestamps.of(clock.instant()),
                        conversation.kind(),
                        conversation.reference(),
                        conversation.shortAnswer())));
  }

  int count() {
    return reader.withHandle(handle -> handle.createQuery("select count(*) from conversation").mapTo(Integer.class).one());
  }

  int countIndexed() {
    return reader.withHandle(
        handle -> handle.createQuery("select count(*) from conversation where indexed_at is not null").mapTo(Integer.class).one());
  }

  /** The index has been lost: everything must be put into it again. */
  void forgetIndex() {
    writer.useTransaction(handle -> handle.execute("update conversation set indexed_at = null where indexed_at is not null"));
  }

  List<Conversation> between(Instant from, Instant until) {
    return reader.withHandle(
        handle ->
            handle
                .createQuery("select * from conversation where held_at >= :from and held_at < :until order by held_at")
                .bind("from", Timestamps.of(from))
                .bind("until", Timestamps.of(until))
                .map(ROW)
                .list());
  }

  /** The last question of [from, until); a summary written since then is nothing that a runner goes on with. */
  Optional<Conversation> lastQuestion(Instant from, Instant until) {
    return reader.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select * from conversation
                    where kind = 'question' and held_at >= :from and held_at < :until
                    order by held_at desc, reference desc
                    limit 1""")
                .bind("from", Timestamps.of(from))
                .bind("until", Timestamps.of(until))
                .map(ROW)
                .findOne());
  }

  private static byte[] bytes(float[] vector) {
    ByteBuffer buffer = ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    buffer.asFloatBuffer().put(vector);
    return buffer.array();
  }

  private static float[] vector(byte[] bytes) {
    if (bytes == null) {
      return null;
    }
    float[] vector = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
    return vector;
  }
}
