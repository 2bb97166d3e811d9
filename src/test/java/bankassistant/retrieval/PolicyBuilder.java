package bankassistant.retrieval;

import bankassistant.policy.Figure;
import bankassistant.policy.Policy;
import bankassistant.policy.Section;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** A small policy for tests. */
final class PolicyBuilder {

    private final String id;
    private final List<Section> sections = new ArrayList<>();

    PolicyBuilder(String id) {
        this.id = id;
    }

    PolicyBuilder section(String sectionId, String title, String... sentences) {
        List<Section.Span> spans = new ArrayList<>();
        int at = 0;
        for (String sentence : sentences) {
            spans.add(new Section.Span(at, at + sentence.length()));
            at += sentence.length() + 1;
        }
        Figure figure = new Figure("$50", LocalDate.of(2026, 9, 1), "12 CFR 1005.6(b)(1)");
        sections.add(new Section(sectionId, title, String.join(" ", sentences), spans, List.of(figure)));
        return this;
    }

    Policy build() {
        LocalDate day = LocalDate.of(2026, 9, 1);
        String hash = HexFormat.of().toHexDigits(sections.hashCode()).repeat(8);
        return new Policy(id, "Policy on " + id, "2026.1", day, day.plusMonths(6), "Cards", List.of("12 CFR 1005"),
                List.of(), sections, hash);
    }

    static List<Policy> cardsAndFees() {
        return Arrays.asList(
                new PolicyBuilder("cards").section("stolen", "A stolen card", "Report a stolen card within 2 days.",
                        "Lock the card in the app.").section("pin", "Changing the PIN", "Change the PIN at any ATM.")
                        .build(),
                new PolicyBuilder("fees").section("wire", "Wire transfers", "A domestic wire costs $25.",
                        "Wires leave until 4:00 p.m.").build());
    }
}
