package bankassistant.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.ui.Fx;
import bankassistant.ui.shell.Theme;
import java.nio.file.Files;
import java.util.Locale;
import javafx.scene.control.Button;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Draws each state of the conversation, in both themes, to {@code target/screens} for people to look at. */
class ScreensTest {

    private static final String LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamten"
            .repeat(3);
    private static final String LONG_QUESTION = "The customer says that the card was used twice at the same shop. "
            .repeat(62).strip();

    @ParameterizedTest
    @EnumSource(Theme.class)
    void drawsBeforeTheFirstQuestion(Theme theme) {
        try (ChatWindow window = new ChatWindow(1000, 800)) {
            window.theme(theme);
            window.progress("Reading the policies");
            window.picture(name("getting-ready", theme));
            window.becomeReady(new FakeChat());
            window.picture(name("empty", theme));
        }
        assertDrawn("empty", theme);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void drawsAnswers(Theme theme) {
        try (ChatWindow window = ChatWindow.ready(new FakeChat())) {
            window.theme(theme);
            window.ask(Samples.STOLEN_CARD);
            window.picture(name("written", theme));
            window.ask(Samples.ATM_FEES);
            window.picture(name("quoted", theme));
            Fx.run(((Button) window.all(".citation").getFirst())::fire);
            window.picture(name("source", theme));
            Fx.run(window.model()::newConversation);
            window.ask(FakeChat.WITH_CARD);
            window.ask(Samples.PENSION);
            window.picture(name("withheld", theme));
            window.ask(FakeChat.BROKEN);
            window.ask(FakeChat.IMPOSSIBLE);
            window.picture(name("not-answered", theme));
        }
        assertDrawn("source", theme);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void drawsWhatIsNoPlainBankingQuestion(Theme theme) {
        try (ChatWindow window = ChatWindow.ready(new FakeChat())) {
            window.theme(theme);
            window.ask(FakeChat.WEATHER);
            window.ask(FakeChat.THANKS);
            window.ask(FakeChat.VAGUE);
            window.picture(name("clarify", theme));
            Fx.run(window.model()::newConversation);
            window.ask(FakeChat.MIXED);
            window.picture(name("mixed", theme));
        }
        assertDrawn("clarify", theme);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void drawsAnAnswerOnItsWay(Theme theme) {
        FakeChat chat = new FakeChat();
        try (ChatWindow window = ChatWindow.ready(chat)) {
            window.theme(theme);
            Fx.run(() -> {
                window.model().draft().set(FakeChat.SLOW);
                window.model().ask();
            });
            Fx.until(() -> !window.model().turns().getFirst().paragraphs().isEmpty());
            window.picture(name("writing", theme));
            Fx.run(window.model()::stop);
            Fx.until(() -> window.model().current().get() == null);
            window.picture(name("stopped", theme));
        }
        assertDrawn("stopped", theme);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void drawsAFailedStart(Theme theme) {
        try (ChatWindow window = new ChatWindow(1000, 800)) {
            window.theme(theme);
            window.failToStart(new StartException(
                    "The file models/base/tokenizer.json is damaged. Please install the application again.",
                    "1D4F-77A0", null));
            window.picture(name("failure", theme));
        }
        assertDrawn("failure", theme);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void drawsLongAndForeignTexts(Theme theme) {
        try (ChatWindow window = ChatWindow.ready(new FakeChat())) {
            window.theme(theme);
            window.ask(LONG_QUESTION);
            window.ask(LONG_WORD);
            window.ask("كم من الوقت لدي للإبلاغ عن بطاقة مسروقة؟");
            window.ask("被盗的借记卡必须在多长时间内挂失？");
            Fx.run(() -> window.model().draft().set(LONG_QUESTION.substring(0, 3_900)));
            window.picture(name("long", theme));
            Fx.run(() -> window.model().draft().set(LONG_QUESTION + LONG_WORD));
            window.picture(name("too-long", theme));
        }
        assertDrawn("long", theme);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void drawsTheSmallestAndAWideWindow(Theme theme) {
        try (ChatWindow window = ChatWindow.ready(new FakeChat(), 720, 480)) {
            window.theme(theme);
            window.picture(name("small-empty", theme));
            window.ask(Samples.ATM_FEES);
            Fx.run(((Button) window.all(".citation").getFirst())::fire);
            window.picture(name("small", theme));
        }
        try (ChatWindow window = ChatWindow.ready(new FakeChat(), 1280, 800)) {
            window.theme(theme);
            window.ask(Samples.STOLEN_CARD);
            window.ask(FakeChat.WITH_CARD);
            Fx.run(((Button) window.all(".citation").getFirst())::fire);
            window.picture(name("wide", theme));
        }
        assertDrawn("wide", theme);
    }

    private static void assertDrawn(String name, Theme theme) {
        assertThat(ChatWindow.SCREENS.resolve(name(name, theme) + ".png"))
                .satisfies(file -> assertThat(Files.size(file)).isGreaterThan(5_000));
    }

    private static String name(String state, Theme theme) {
        return state + "-" + theme.name().toLowerCase(Locale.ROOT);
    }
}
