package bankassistant.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.chat.Answer;
import bankassistant.chat.Chat;
import bankassistant.chat.Citation;
import bankassistant.chat.Conversation;
import bankassistant.chat.StageEvent;
import bankassistant.retrieval.Evidence;
import bankassistant.ui.chat.ChatViewModel.State;
import bankassistant.ui.shell.Messages;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** All on one thread: the executors run at once, or when the test says so. */
class ChatViewModelTest {

    private static final Executor AT_ONCE = Runnable::run;

    private final Queue<Runnable> later = new ArrayDeque<>();
    private final Messages messages = new Messages();
    private final List<Conversation> conversations = new ArrayList<>();

    @Test
    void isReadyWhenTheAssistantHasStarted() {
        ChatViewModel model = model(_ -> new FakeChat(), AT_ONCE);
        assertThat(model.state().get()).isEqualTo(State.STARTING);
        model.start();
        assertThat(model.state().get()).isEqualTo(State.READY);
    }

    @Test
    void tellsWhatIsDoneWhileItStarts() {
        List<String> told = new ArrayList<>();
        ChatViewModel model = model(progress -> {
            progress.accept("Reading the policies");
            progress.accept("Loading the model");
            return new FakeChat();
        }, AT_ONCE);
        model.progress().subscribe(words -> {
            told.add(words);
        });
        model.start();
        assertThat(told).containsExactly("", "Reading the policies", "Loading the model");
    }

    @Test
    void answersAnEarlyQuestionOnceItIsReady() {
        ChatViewModel model = model(_ -> new FakeChat(), later::add);
        model.start();
        ask(model, Samples.STOLEN_CARD);
        assertThat(model.turns().getFirst().status().get()).isEqualTo(Turn.Status.WAITING);
        runAll();
        assertThat(model.turns().getFirst().status().get()).isEqualTo(Turn.Status.ANSWERED);
        assertThat(model.state().get()).isEqualTo(State.READY);
    }

    @Test
    void takesBackAnEarlyQuestionThatWasStopped() {
        ChatViewModel model = model(_ -> new FakeChat(), later::add);
        model.start();
        ask(model, Samples.STOLEN_CARD);
        model.stop();
        runAll();
        assertThat(model.turns().getFirst().status().get()).isEqualTo(Turn.Status.STOPPED);
        assertThat(model.turns().getFirst().paragraphs()).isEmpty();
    }

    @Test
    void tellsWhyItCouldNotStartAndTriesAgainWithTheQuestionKept() {
        List<Chat> chats = new ArrayList<>();
        ChatViewModel model = model(_ -> {
            if (chats.isEmpty()) {
                chats.add(new FakeChat());
                throw new StartException("Please install the application again.", "AB12", null);
            }
            return chats.getFirst();
        }, later::add);
        model.start();
        ask(model, Samples.STOLEN_CARD);
        runAll();
        assertThat(model.state().get()).isEqualTo(State.FAILED);
        assertThat(model.problem().get().text()).isEqualTo("Please install the application again.");
        assertThat(model.problem().get().code()).isEqualTo("AB12");
        model.start();
        assertThat(model.problem().get()).isNull();
        runAll();
        assertThat(model.turns().getFirst().status().get()).isEqualTo(Turn.Status.ANSWERED);
    }

    @Test
    void hidesAnUnexpectedFailureToStartBehindACode() {
        ChatViewModel model = model(_ -> {
            throw new IllegalStateException("tensor 17");
        }, AT_ONCE);
        model.start();
        assertThat(model.problem().get().text()).isEqualTo(messages.text("failure.start.other"))
                .doesNotContain("tensor");
        assertThat(model.problem().get().code()).isNotEmpty();
    }

    @Test
    void asksNothingBlankOrTooLong() {
        ChatViewModel model = ready(new FakeChat());
        for (String refused : List.of("", " \n\t", "x".repeat(ChatViewModel.MAX_QUESTION + 1))) {
            ask(model, refused);
            assertThat(model.turns()).isEmpty();
            assertThat(model.draft().get()).as("nothing typed is lost").isEqualTo(refused);
        }
        ask(model, "x".repeat(ChatViewModel.MAX_QUESTION));
        assertThat(model.turns()).hasSize(1);
    }

    @Test
    void asksOneQuestionAtATime() {
        ChatViewModel model = model(_ -> new FakeChat(), later::add);
        model.start();
        runAll();
        ask(model, Samples.STOLEN_CARD);
        assertThat(model.state().get()).isEqualTo(State.ANSWERING);
        ask(model, Samples.ATM_FEES);
        assertThat(model.turns()).hasSize(1);
        assertThat(model.draft().get()).isEqualTo(Samples.ATM_FEES);
    }

    @Test
    void groupsSentencesByTheSourceTheyStandOn() {
        ChatViewModel model = ready(new FakeChat());
        ask(model, Samples.STOLEN_CARD);
        ask(model, Samples.ATM_FEES);
        assertThat(model.turns().getFirst().paragraphs()).hasSize(1);
        assertThat(model.turns().getLast().paragraphs()).extracting(paragraph -> paragraph.sources().size())
                .containsExactly(1, 1);
        assertThat(model.turns().getLast().paragraphs()).extracting(paragraph -> paragraph.sources().getFirst()
                .policy()).containsExactly("transfers", "cards");
    }

    @Test
    void joinsTheQuotesOfOneSectionIntoOneSource() {
        Evidence first = Samples.atm(0);
        Evidence last = Samples.atm(2);
        ChatViewModel model = ready((_, _, events, _) -> {
            events.accept(new StageEvent.Found(Samples.atm(0, 2)));
            events.accept(new StageEvent.Sentence(first.text(), Samples.citation(first)));
            events.accept(new StageEvent.Sentence(last.text(), Samples.citation(last)));
            return Samples.quoted(first.text() + " " + last.text(), Samples.atm(0, 2));
        });
        ask(model, Samples.ATM_FEES);
        Turn turn = model.turns().getFirst();
        assertThat(turn.paragraphs()).singleElement().satisfies(paragraph -> {
            assertThat(paragraph.sources()).singleElement().extracting(Citation::quote)
                    .isEqualTo(first.text() + " " + last.text());
            assertThat(turn.source(paragraph.sources().getFirst()).quoted()).hasSize(2);
        });
    }

    @Test
    void showsTheAnswerItselfWhenTheSentencesSaidOtherwise() {
        Answer answer = Samples.quoted("The policy's words.", Samples.atm(0));
        ChatViewModel model = ready((_, _, events, _) -> {
            events.accept(new StageEvent.Sentence("A draft.", null));
            return answer;
        });
        ask(model, Samples.ATM_FEES);
        assertThat(model.turns().getFirst().paragraphs())
                .containsExactly(new Paragraph(answer.text(), answer.citations()));
    }

    @Test
    void tellsWhatAQuestionWasTakenForAndHowSureThatIs() {
        ChatViewModel model = ready(new FakeChat());
        ask(model, Samples.STOLEN_CARD);
        ask(model, Samples.ATM_FEES);
        ask(model, FakeChat.WEATHER);
        assertThat(model.turns()).extracting(Turn::topic).containsExactly("Lost or stolen card · 97 %",
                "Perhaps: Fee for a cash withdrawal · 42 %", "");
    }

    @Test
    void givesTheMeaningsOfAVagueQuestionToChooseFromAndGuessesNoTopic() {
        ChatViewModel model = ready(new FakeChat());
        ask(model, FakeChat.VAGUE);
        Turn turn = model.turns().getFirst();
        assertThat(turn.options()).isEqualTo(FakeChat.OPTIONS);
        assertThat(turn.topic()).isEmpty();
        model.draft().set("half a question");
        model.choose(turn.options().getLast());
        assertThat(model.turns().getLast().question()).isEqualTo(FakeChat.OPTIONS.getLast());
        assertThat(model.turns().getLast().status().get()).isEqualTo(Turn.Status.ANSWERED);
        assertThat(model.draft().get()).isEqualTo("half a question");
    }

    @Test
    void choosesNothingWhileAnotherQuestionIsAnswered() {
        ChatViewModel model = model(_ -> new FakeChat(), later::add);
        model.start();
        runAll();
        ask(model, Samples.STOLEN_CARD);
        model.choose(FakeChat.OPTIONS.getFirst());
        assertThat(model.turns()).hasSize(1);
    }

    @Test
    void showsTheSentenceThatDeclinesTheRestWithoutASource() {
        ChatViewModel model = ready(new FakeChat());
        ask(model, FakeChat.MIXED);
        assertThat(model.turns().getFirst().paragraphs()).extracting(paragraph -> paragraph.sources().size())
                .containsExactly(1, 0);
        assertThat(model.turns().getFirst().copyText()).contains("2026.1)\n\nI can't help with the rest");
    }

    @Test
    void tellsAQuestionThatCannotBeAskedInItsOwnWords() {
        ChatViewModel model = ready(new FakeChat());
        ask(model, FakeChat.IMPOSSIBLE);
        Turn turn = model.turns().getFirst();
        assertThat(turn.status().get()).isEqualTo(Turn.Status.FAILED);
        assertThat(turn.problem().get().text()).startsWith("Please type a question");
        assertThat(turn.problem().get().code()).isEmpty();
        assertThat(model.state().get()).isEqualTo(State.READY);
    }

    @Test
    void logsAnUnexpectedFailureOnceAndWithoutTheQuestion() {
        Logger logger = (Logger) LoggerFactory.getLogger(Problems.class);
        ListAppender<ILoggingEvent> logged = new ListAppender<>();
        logged.start();
        logger.addAppender(logged);
        logger.setLevel(Level.ERROR);
        ChatViewModel model = ready(new FakeChat());
        ask(model, FakeChat.BROKEN);
        logger.detachAppender(logged);
        logger.setLevel(null);
        String code = model.turns().getFirst().problem().get().code();
        assertThat(logged.list).singleElement().satisfies(event -> {
            assertThat(event.getFormattedMessage()).contains(code, "IllegalStateException")
                    .doesNotContain(FakeChat.BROKEN);
            assertThat(event.getThrowableProxy()).isNull();
        });
    }

    @Test
    void keepsWhatHadArrivedWhenItIsStopped() {
        FakeChat chat = new FakeChat();
        ChatViewModel[] model = new ChatViewModel[1];
        model[0] = ready((conversation, question, events, cancel) -> chat.answer(conversation, question, event -> {
            events.accept(event);
            if (event instanceof StageEvent.Sentence) {
                model[0].stop();
            }
        }, cancel));
        ask(model[0], FakeChat.SLOW);
        Turn turn = model[0].turns().getFirst();
        assertThat(turn.status().get()).isEqualTo(Turn.Status.STOPPED);
        assertThat(turn.text()).isEqualTo(Samples.REPORTING.sentence(0));
        assertThat(model[0].state().get()).isEqualTo(State.READY);
    }

    @Test
    void copiesPlaceholdersAndFillsThemInOnlyOnTheScreen() {
        ChatViewModel model = ready(new FakeChat());
        ask(model, FakeChat.WITH_CARD);
        Turn turn = model.turns().getFirst();
        assertThat(turn.masked().get()).isEqualTo(1);
        assertThat(turn.copyText()).contains("[CARD_1]", "(Cards and unauthorized transfers, Reporting a lost or "
                + "stolen card, 2026.1)").doesNotContain(FakeChat.CARD);
        assertThat(turn.reveal(turn.copyText())).contains(FakeChat.CARD);
    }

    @Test
    void forgetsThePersonalDataWithTheConversation() {
        ChatViewModel model = ready(new FakeChat());
        ask(model, FakeChat.WITH_CARD);
        Turn turn = model.turns().getFirst();
        model.showSource(turn, turn.answer().get().citations().getFirst());
        model.newConversation();
        assertThat(model.turns()).isEmpty();
        assertThat(model.source().get()).isNull();
        assertThat(turn.reveal("[CARD_1]")).isEqualTo("[CARD_1]");
        assertThat(conversations).hasSize(2);
    }

    @Test
    void answersTheNextCustomerWhileTheOldAnswerEnds() {
        ChatViewModel model = model(_ -> new FakeChat(), later::add);
        model.start();
        runAll();
        ask(model, FakeChat.SLOW);
        model.newConversation();
        assertThat(model.state().get()).isEqualTo(State.READY);
        ask(model, Samples.ATM_FEES);
        later.remove().run();
        assertThat(model.state().get()).as("the old answer has ended").isEqualTo(State.ANSWERING);
        runAll();
        assertThat(model.turns()).singleElement()
                .satisfies(turn -> assertThat(turn.status().get()).isEqualTo(Turn.Status.ANSWERED));
        assertThat(model.state().get()).isEqualTo(State.READY);
    }

    private ChatViewModel ready(Chat chat) {
        ChatViewModel model = model(_ -> chat, AT_ONCE);
        model.start();
        return model;
    }

    private ChatViewModel model(ChatStart start, Executor background) {
        return new ChatViewModel(start, background, AT_ONCE, () -> {
            Conversation conversation = new Conversation("c" + conversations.size());
            conversations.add(conversation);
            return conversation;
        }, messages);
    }

    private static void ask(ChatViewModel model, String question) {
        model.draft().set(question);
        model.ask();
    }

    private void runAll() {
        for (Runnable next = later.poll(); next != null; next = later.poll()) {
            next.run();
        }
    }
}
