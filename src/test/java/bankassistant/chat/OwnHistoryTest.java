package bankassistant.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bankassistant.audit.AuditLog;
import bankassistant.audit.Logs;
import bankassistant.audit.record.AuditQuery;
import bankassistant.audit.record.AuditRecord;
import bankassistant.audit.record.Entry;
import bankassistant.identity.NotPermittedException;
import bankassistant.identity.Role;
import bankassistant.identity.Session;
import bankassistant.identity.Sessions;
import bankassistant.identity.SignInException;
import bankassistant.identity.SignedIn;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OwnHistoryTest {

    private static final SignedIn SOMEBODY_ELSE = new SignedIn("theo", Role.TELLER, "s-9");

    @TempDir
    Path folder;

    private final Session session = Sessions.of(Role.TELLER);
    private AuditLog log;

    @BeforeEach
    void aLog() {
        log = new Logs(folder).open();
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void a_teller_reads_their_own_conversations_newest_first_and_nobody_elses() {
        turn(session.who(), "c-1", "What does it cost?", "It costs $25.");
        turn(SOMEBODY_ELSE, "c-9", "Who is [PERSON_1]?", "I can't tell.");
        turn(session.who(), "c-2", "How long?", "Two days.");
        turn(session.who(), "c-2", "And abroad?", "");

        List<PastConversation> past = history(session).newest(10);
        assertThat(past).extracting(PastConversation::id).containsExactly("c-2", "c-1");
        assertThat(past.getFirst().turns()).extracting(PastConversation.Turn::question).containsExactly("How long?",
                "And abroad?");
        assertThat(past.getFirst().turns()).extracting(PastConversation.Turn::answer).containsExactly(
                Optional.of("Two days."), Optional.empty());
    }

    @Test
    void that_they_were_read_is_recorded() {
        turn(session.who(), "c-1", "What does it cost?", "It costs $25.");
        long first = log.size() - 2;
        history(session).newest(10);

        AuditRecord last = log.page(AuditQuery.ALL, Long.MAX_VALUE, 1).records().getFirst();
        assertThat(last.entry()).isEqualTo(new Entry.RecordViewed(first, 2));
        assertThat(last.user()).isEqualTo(session.who().user());
    }

    @Test
    void no_more_are_given_than_were_asked_for_however_many_there_are() {
        for (int i = 0; i < 130; i++) {
            turn(session.who(), "c-" + i / 2, "Question " + i, "Answer " + i);
        }

        List<PastConversation> past = history(session).newest(60);
        assertThat(past).hasSize(60);
        assertThat(past).allSatisfy(conversation -> assertThat(conversation.turns()).hasSize(2));
        assertThat(past.getFirst().id()).isEqualTo("c-64");
    }

    @Test
    void who_has_asked_nothing_yet_finds_nothing() {
        turn(SOMEBODY_ELSE, "c-9", "Who is [PERSON_1]?", "I can't tell.");

        assertThat(history(session).newest(10)).isEmpty();
        assertThat(log.page(AuditQuery.ALL.ofKinds(Set.of("record_viewed")), Long.MAX_VALUE, 1).records()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = "TELLER", mode = EnumSource.Mode.EXCLUDE)
    void others_have_no_history_of_their_own(Role role) {
        assertThatThrownBy(() -> history(Sessions.of(role)).newest(10)).isInstanceOf(NotPermittedException.class);
    }

    @Test
    void nothing_is_read_after_locking() {
        session.lock();

        assertThatThrownBy(() -> history(session).newest(10)).isInstanceOf(SignInException.class);
    }

    private History history(Session of) {
        return new OwnHistory(of, () -> log);
    }

    private void turn(SignedIn who, String conversation, String question, String answer) {
        long asked = log.append(Optional.of(who),
                new Entry.Question(conversation, "t", question, Map.of(), Optional.empty())).sequence();
        log.append(Optional.of(who), new Entry.Answer(asked, Entry.Outcome.GIVEN, "quoted", answer, Optional.empty(),
                List.of(), Optional.empty(), Map.of(), Map.of(), 0, 0, Optional.empty()));
    }
}
