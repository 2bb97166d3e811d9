package bankassistant.audit.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bankassistant.audit.tree.Hash;
import bankassistant.identity.Role;
import bankassistant.identity.SignedIn;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The vectors here stand in src/docs/audit-format.md as well; bytes in use never change. */
class RecordFormatTest {

    private static final Instant TIME = Instant.parse("2026-11-23T10:15:30.120Z");
    private static final SignedIn TELLER = new SignedIn("ana", Role.TELLER, "s-1");

    private final RecordFormat format = new RecordFormat();

    @Test
    void vector_1_the_start_of_a_log() {
        AuditRecord record = new AuditRecord(0, TIME, "PC-7", "1.0.0", Optional.empty(),
                new Entry.Started("25.0.1", "Linux amd64"));

        assertThat(text(record))
                .isEqualTo("{\"application\":\"1.0.0\",\"entry\":{\"java\":\"25.0.1\",\"kind\":\"started\","
                        + "\"system\":\"Linux amd64\"},\"sequence\":0,\"time\":\"2026-11-23T10:15:30.120Z\",\"v\":1,"
                        + "\"workstation\":\"PC-7\"}");
        assertThat(Hash.ofLeaf(format.bytes(record)).hex())
                .isEqualTo("f87b0f38ad47913c3f99ef1baaad9c0a10c607f76635c2084e055c7b01e26b44");
    }

    @Test
    void vector_2_a_question() {
        AuditRecord record = new AuditRecord(7, TIME, "PC-7", "1.0.0", Optional.of(TELLER),
                new Entry.Question("c", "c-1", "My card [CARD_1] \u201cwas\u201d\n\u20ac\ud83d\ude00 \"stolen\"\u0001",
                        Map.of("US_SSN", 2, "CREDIT_CARD", 1),
                        Optional.of(new Entry.Meaning(true, Optional.of("lost_or_stolen_card"), 9731))));

        assertThat(text(record))
                .isEqualTo("{\"application\":\"1.0.0\",\"entry\":{\"conversation\":\"c\",\"kind\":\"question\","
                        + "\"meaning\":{\"confidence_e4\":9731,\"in_scope\":true,\"intent\":\"lost_or_stolen_card\"},"
                        + "\"pii\":{\"CREDIT_CARD\":1,\"US_SSN\":2},"
                        + "\"text\":\"My card [CARD_1] \u201cwas\u201d\\n\u20ac\ud83d\ude00 \\\"stolen\\\"\\u0001\",\"turn\":\"c-1\"},"
                        + "\"role\":\"teller\",\"sequence\":7,\"session\":\"s-1\",\"time\":\"2026-11-23T10:15:30.120Z\","
                        + "\"user\":\"ana\",\"v\":1,\"workstation\":\"PC-7\"}");
        assertThat(Hash.ofLeaf(format.bytes(record)).hex())
                .isEqualTo("660c1b7a388f5fc2723cfccd3fcb6e777a5ac8c5b7b21815e1f8041752a265b6");
    }

    @Test
    void vector_3_a_question_with_its_salt() {
        AuditRecord record = new AuditRecord(8, TIME, "PC-7", "1.0.0", Optional.of(TELLER),
                new Entry.Question("c", "c-1", "My card [CARD_1] was stolen.", Map.of("CREDIT_CARD", 1),
                        Optional.of(new Entry.Meaning(true, Optional.of("lost_or_stolen_card"), 9731))),
                "AAECAwQFBgcICQoLDA0ODw");

        assertThat(text(record)).contains("\"role\":\"teller\",\"salt\":\"AAECAwQFBgcICQoLDA0ODw\",\"sequence\":8,")
                .contains("\"v\":2,");
        assertThat(Hash.ofLeaf(format.bytes(record)).hex())
                .isEqualTo("b9c4a0a70167572dbc1e9887ebe4201e7744b78c73bc4ab029575a8b94ca37b5");
        assertThat(format.read(format.bytes(record))).contains(record);
    }

    @Test
    void vector_4_a_refused_attempt_that_was_recorded_later() {
        AuditRecord record = new AuditRecord(9, TIME, "PC-7", "1.0.0",
                Optional.of(new SignedIn("adm", Role.ADMINISTRATOR, "s-2")), new Entry.Refused("r-1", "ask", 2),
                "AAECAwQFBgcICQoLDA0ODw", Optional.of(Instant.parse("2026-11-20T07:00:00.5Z")));

        assertThat(text(record)).isEqualTo("{\"application\":\"1.0.0\",\"entry\":{\"event\":\"r-1\","
                + "\"kind\":\"refused\",\"times\":2,\"tried\":\"ask\"},\"happened\":\"2026-11-20T07:00:00.500Z\","
                + "\"role\":\"administrator\",\"salt\":\"AAECAwQFBgcICQoLDA0ODw\",\"sequence\":9,\"session\":\"s-2\","
                + "\"time\":\"2026-11-23T10:15:30.120Z\",\"user\":\"adm\",\"v\":2,\"workstation\":\"PC-7\"}");
        assertThat(Hash.ofLeaf(format.bytes(record)).hex())
                .isEqualTo("6a73d232e613c30a05b2f3d662c5ee6d8d80d8fb9971fa2463e3383586e68871");
        assertThat(format.read(format.bytes(record))).contains(record);
    }

    @Test
    void vector_5_a_failed_sign_in_that_was_recorded_later_has_a_user_and_no_session() {
        AuditRecord record = new AuditRecord(10, TIME, "PC-7", "1.0.0",
                Optional.of(new SignedIn("ana", Role.TELLER, "")),
                new Entry.SignInFailed("f-3", Instant.parse("2026-11-20T07:00:00Z"), "ana", 1),
                "AAECAwQFBgcICQoLDA0ODw", Optional.of(Instant.parse("2026-11-20T07:00:00Z")));

        assertThat(text(record)).contains("\"role\":\"teller\",\"salt\"").doesNotContain("session");
        assertThat(Hash.ofLeaf(format.bytes(record)).hex())
                .isEqualTo("d2b8c2c9cb095f9a469444d5987877a377ca01417e6ea7e8e428047f7263b983");
        assertThat(format.read(format.bytes(record))).contains(record);
    }

    @Test
    void salts_are_random_and_long() {
        SecureRandom random = new SecureRandom();

        assertThat(Stream.generate(() -> RecordFormat.salt(random)).limit(100).distinct()).hasSize(100)
                .allMatch(salt -> Base64.getUrlDecoder().decode(salt).length == 16);
    }

    @Test
    void an_erased_record_has_no_bytes_and_its_leaf_is_the_one_it_left() {
        Hash leaf = Hash.ofLeaf(new byte[]{1});
        AuditRecord erased = AuditRecord.erased(4, YearMonth.of(2021, 10), leaf);

        assertThat(format.leaf(erased)).isEqualTo(leaf);
        assertThat(format.json(erased).toString()).contains("\"erased\"", "2021-10", leaf.hex());
        assertThatThrownBy(() -> format.bytes(erased)).isInstanceOf(IllegalArgumentException.class);
    }

    static Stream<Entry> entries() {
        return Entries.all();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void a_record_is_read_as_it_was_written(Entry entry) {
        AuditRecord record = new AuditRecord(3, TIME, "PC-7", "1.0.0", Optional.of(TELLER), entry);

        assertThat(format.read(format.bytes(record))).contains(record);
        assertThat(format.sequence(format.bytes(record))).isEqualTo(OptionalLong.of(3));
    }

    @Test
    void every_kind_has_a_name_and_a_sample() {
        List<String> names = Arrays.stream(Entry.class.getAnnotation(JsonSubTypes.class).value())
                .map(JsonSubTypes.Type::name).toList();

        assertThat(Arrays.stream(Entry.class.getPermittedSubclasses()).filter(type -> type != Entry.Erased.class))
                .hasSameSizeAs(names);
        assertThat(entries().map(Entry::kind)).containsAll(names);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{}", "null", "{\"v\":2,\"sequence\":1}", "{\"v\":1,\"v\":1}",
            "{\"application\":\"a\",\"entry\":{\"kind\":\"stopped\"},\"salt\":\"short\",\"sequence\":0,\"time\":\"2026-11-23T10:15:30Z\",\"v\":2,\"workstation\":\"w\"}",
            "{\"application\":\"a\",\"entry\":{\"kind\":\"stopped\"},\"sequence\":0,\"time\":\"2026-11-23T10:15:30Z\",\"v\":2,\"workstation\":\"w\"}",
            "{\"application\":\"a\",\"entry\":{\"kind\":\"stopped\"},\"salt\":\"AAECAwQFBgcICQoLDA0ODw\",\"sequence\":0,\"time\":\"2026-11-23T10:15:30Z\",\"v\":1,\"workstation\":\"w\"}",
            "{\"application\":\"a\",\"entry\":{\"kind\":\"erased\",\"leaf\":\"00\",\"month\":\"2021-10\"},\"sequence\":0,\"time\":\"2026-11-23T10:15:30Z\",\"v\":1,\"workstation\":\"w\"}",
            "{\"application\":\"a\",\"entry\":{\"kind\":\"stopped\"},\"happened\":\"then\",\"sequence\":0,\"time\":\"2026-11-23T10:15:30Z\",\"v\":1,\"workstation\":\"w\"}",
            "{\"v\":1,\"sequence\":0,\"time\":\"now\",\"workstation\":\"w\",\"application\":\"a\",\"entry\":{\"kind\":\"stopped\"}}",
            "{\"v\":1,\"sequence\":0,\"time\":\"2026-11-23T10:15:30Z\",\"workstation\":\"w\",\"application\":\"a\",\"entry\":{\"kind\":\"none\"}}",
            "{\"v\":1,\"sequence\":0,\"time\":\"2026-11-23T10:15:30Z\",\"workstation\":\"w\",\"application\":\"a\",\"entry\":{\"kind\":\"stopped\"},\"more\":1}",
            "{\"v\":1,\"sequence\":0,\"time\":\"2026-11-23T10:15:30Z\",\"workstation\":\"w\",\"application\":\"a\",\"entry\":{\"kind\":\"stopped\",\"more\":1}}"})
    void what_is_no_record_is_not_read_as_one(String text) {
        assertThat(format.read(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void half_a_character_has_no_canonical_form() {
        AuditRecord record = new AuditRecord(0, TIME, "PC-7", "1.0.0", Optional.empty(),
                new Entry.Locked("\ud83d"));

        assertThatThrownBy(() -> format.bytes(record)).isInstanceOf(IllegalArgumentException.class);
    }

    private String text(AuditRecord record) {
        return new String(format.bytes(record), StandardCharsets.UTF_8);
    }
}
