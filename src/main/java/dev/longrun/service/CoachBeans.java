package dev.longrun.service;

import dev.longrun.coach.AnswerDesk;
import dev.longrun.coach.AnswerDrafts;
import dev.longrun.coach.Answers;
import dev.longrun.coach.Embedder;
import dev.longrun.coach.LoggedQuestions;
import dev.longrun.coach.Memory;
import dev.longrun.coach.ModelWords;
import dev.longrun.coach.OllamaModel;
import dev.longrun.coach.QuestionStore;
import dev.longrun.coach.WordedAnswers;
import dev.longrun.coach.evaluation.ScoreCards;
import dev.longrun.coach.summary.Summaries;
import dev.longrun.coach.summary.ThisWeek;
import dev.longrun.coach.summary.SummaryDrafts;
import dev.longrun.coach.summary.WordedSummaries;
import dev.longrun.coach.topics.QuestionReader;
import dev.longrun.inbox.ImportQueue;
import dev.longrun.inbox.InboxFolder;
import dev.longrun.inbox.LogNoteFiles;
import dev.longrun.inbox.Questions;
import dev.longrun.log.Database;
import dev.longrun.log.said.LogNotes;
import dev.longrun.log.record.SyncStates;
import dev.longrun.report.Delivery;
import dev.longrun.report.Freshness;
import dev.longrun.report.ImportReports;
import dev.longrun.report.Outbox;
import dev.longrun.settings.Settings;

/** The beans of the inbox, the coach and its memory, as the routes know them. */
final class CoachBeans {
  private CoachBeans() {}

  static void bind(BeanRegistry registry, Settings settings, Database database, LogNotes notes) {
    InboxFolder inboxFolder = new InboxFolder(settings);
    registry.bind("inboxFolder", inboxFolder);
    registry.bind("importQueue", new ImportQueue(inboxFolder, settings.home()));
    registry.bind("importReports", new ImportReports(settings, database, new Outbox(settings.outbox())));
    registry.bind("questions", new Questions(settings, database, inboxFolder));
    registry.bind("logNoteFiles", new LogNoteFiles(settings, notes, inboxFolder));
    Delivery delivery = new Delivery(settings, database, new Outbox(settings.outbox()));
    registry.bind("delivery", delivery);
    Freshness freshness = new Freshness(settings, new SyncStates(database, settings.clock()));
    Memory memory = new Memory(settings, database);
    registry.bind("memory", memory);
    OllamaModel model = new OllamaModel(settings.ollama());
    registry.bind("languageModel", model);
    ScoreCards cards = new ScoreCards(settings.outbox());
    ModelWords words = new ModelWords(model, settings.ollama(), () -> cards.mode(settings.ollama().model()), settings.clock());
    QuestionReader reader = new QuestionReader(new Embedder(settings.home().resolve("models"))::embed);
    AnswerDesk desk = new AnswerDesk(settings, database, new LoggedQuestions(reader, settings), freshness);
    registry.bind("answerDesk", desk);
    registry.bind("summaryDrafts", new SummaryDrafts(settings, database, freshness));
    QuestionStore questions = new QuestionStore(database, settings.clock());
    registry.bind("answerDrafts", new AnswerDrafts(desk, questions, settings));
    registry.bind("answers", new Answers(desk, questions, new WordedAnswers(desk, memory, words), settings));
    registry.bind("summaries", new Summaries(settings, database, freshness, new WordedSummaries(words), delivery, memory));
    registry.bind("thisWeek", new ThisWeek(settings, database, new Outbox(settings.outbox())));
  }
}
