package bankassistant.answering;

import static org.assertj.core.api.Assertions.assertThat;

import bankassistant.answering.Verdict.Fault;
import bankassistant.model.Generation.FinishReason;
import bankassistant.retrieval.Evidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FigureCheckTest {

    private static final String QUESTION = "What does the customer owe for a stolen card?";
    private static final Evidence FEE = EvidenceSamples.evidence("Express delivery of a card",
            "Express delivery of a debit card takes 2 business days and costs $15.");

    private static final Evidence OVERDRAFT = EvidenceSamples.evidence("What an overdraft costs",
            "The bank charges an overdraft fee of $25 an item that the bank pays, and at most 3 overdraft fees a day.");

    private final FigureCheck check = new FigureCheck();

    @ParameterizedTest
    @ValueSource(strings = {"Express delivery of a debit card takes 2 business days and costs $15.",
            "The express delivery of debit cards will take 2 business days, and it costs $15.",
            "Express delivery of a debit card takes 2 business days. It costs $15.00."})
    void passes_the_evidence_nearly_as_it_stands(String text) {
        assertThat(check(text, FEE).faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", value = {
            "INVENTS_FIGURES => Express delivery takes 2 business days and costs $50.",
            "INVENTS_FIGURES => Express delivery takes 2 business days and costs $15, or $20 abroad.",
            "INVENTS_FIGURES => Express delivery takes 2 days and costs $15.",
            "LACKS_FIGURES => Express delivery of a debit card costs a fee.",
            "CHANGES_SENSE => Express delivery does not take 2 business days and costs $15.",
            "CHANGES_SENSE => Only express delivery of a debit card takes 2 business days and costs $15.",
            "CHANGES_SENSE => Express delivery takes at least 2 business days and costs $15.",
            "STRAYS => The moon orbits quietly around green cheese within reach: 2 business days, $15.",
            "STRAYS => La tarjeta llega en dos semanas y cuesta mucho dinero: 2 business days, $15.",
            "STRAYS => 2 business days $15 乱码 乱码 文字 зря текст.",
            "CUT_OFF => Express delivery takes 2 business days and costs $15 for",
            "ECHOES_PROMPT => Question: Express delivery takes 2 business days and costs $15.",
            "ECHOES_PROMPT => Express delivery takes 2 business days and costs $15.<|im_end|>",
            "ECHOES_PROMPT => Keep every number exactly as written: Answer the bank employee's question in one or two sentences. "
                    + "Use only the policy text. Keep every number exactly as written. Express delivery takes 2 business days and costs $15.",
            "ECHOES_PROMPT => What does the customer owe for a stolen card? Express delivery takes 2 business days and costs $15.",
            "REPEATS => Express delivery of a debit card costs $15. Express delivery of a debit card costs $15.",
            "REPEATS => Express delivery card card card card takes 2 business days and costs $15."})
    void refuses_a_lie_or_a_broken_text(Fault fault, String text) {
        Verdict verdict = check(text, FEE);

        assertThat(verdict.faults()).contains(fault);
        assertThat(verdict.passed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", value = {
            "An account is new for its first 30 calendar days, and checks deposited in that time may be held longer. => A check can be held for 30 calendar days.",
            "Express delivery of a debit card takes 2 business days and costs $15. => Debit cards take 2 business days of express and cost $15 more quickly.",
            "A cash withdrawal abroad costs $5 plus 1%, and is converted at Visa's rate. Choose the local currency at a foreign ATM. => A cash withdrawal abroad costs $5 plus 1% of the local currency, and is converted at Visa's rate.",
            "Report a wrong amount of cash from an ATM to the bank, and the bank investigates the difference as an error. => The bank is investigating the difference between the amount paid and the amount received from the ATM.",
            "Your card works in stores abroad. A merchant who does not take Visa cannot accept your card. => Your card works for a merchant who does not take Visa and cannot accept your card."})
    void refuses_the_evidences_words_put_together_anew(String source, String text) {
        assertThat(check(text, EvidenceSamples.evidence("Rules", source.split("(?<=\\.) "))).passed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", value = {
            "Keep the receipt, and give the branch the machine's place and the time. => The receipt is kept, and the branch gives the machine the place and the time.",
            "The card PIN is entered by the customer at the terminal. => The card PIN is entered by the teller at the terminal.",
            "The balance of a closed account is paid to you by check. => The balance of a closed account is paid to the bank by check.",
            "The teller counts cash in front of the customer. => The teller counts cash in front of the teller.",
            "The balance of a closed account is paid to you by check. => Closing an account is paid to you by check.",
            "An account cannot be used until your identity has been verified. => An account cannot be used until its identity has been verified."})
    void refuses_what_is_said_of_somebody_or_something_else(String source, String text) {
        assertThat(check(text, EvidenceSamples.evidence("Rules", source)).passed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", value = {
            "Bring one photo ID and a proof of address. => Bring one photo ID or a proof of address.",
            "A cash withdrawal abroad costs $5 plus 1%. => A cash withdrawal abroad costs $5 or 1%.",
            "Your identity is verified by photo ID, or by two of card PIN, app approval and call-back. => Your identity is verified by photo ID, and by two of card PIN, app approval and call-back."})
    void tells_this_and_that_from_this_or_that(String source, String text) {
        assertThat(check(text, EvidenceSamples.evidence("Rules", source)).passed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", value = {
            "Residents of D.C. and Puerto Rico can open an account. => You can open an account as a resident of D.C. or Puerto Rico.",
            "The card PIN is entered by the customer at the terminal. => The customer enters the card PIN at the terminal.",
            "A withdrawal is converted at Visa's rate rather than the app's exchange rate. => A withdrawal is converted at Visa's rate, not the app's exchange rate.",
            "You have 180 days to report an error. => You can report an error within 180 days.",
            "Cash counts as deposited on that business day. => Cash is counted as deposited on that business day."})
    void lets_the_same_pass_in_other_forms(String source, String text) {
        assertThat(check(text, EvidenceSamples.evidence("Rules", source)).faults()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "The answer is: The bank charges an overdraft fee of $25 an item that the bank pays, and at most 3 overdraft fees a day.",
            "According to the bank, the bank charges an overdraft fee of $25 an item that the bank pays, and at most 3 overdraft fees a day.",
            "The bank charges an overdraft fee of $25 an item that the bank pays,\nand at most 3 overdraft fees a day.",
            "For an item and is charged, the bank charges an overdraft fee of $25 an item that the bank pays, and at most 3 overdraft fees a day.",
            "an overdraft fee of $25 an item that the bank pays, and at most 3 overdraft fees a day."})
    void refuses_talk_about_the_answer_and_pieces_of_sentences(String text) {
        assertThat(check(text, OVERDRAFT).faults()).contains(Fault.CHATTERS);
    }

    @Test
    void refuses_a_piece_of_the_question() {
        Verdict verdict = check.check(
                new Writing("The bank charges an overdraft fee of $25 an item that the bank pays, "
                        + "and at most 3 overdraft fees a day may we waive.", FinishReason.END_OF_TURN, 1, 1, 0),
                OVERDRAFT,
                "How many fees a day may we waive?");

        assertThat(verdict.faults()).contains(Fault.STRAYS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A debit card.", "Express delivery.", "2 business days.", "It is."})
    void refuses_a_piece_of_a_sentence(String text) {
        assertThat(check(text, FEE).passed()).isFalse();
    }

    @Test
    void misses_the_figure_that_is_asked_for() {
        Writing writing = new Writing("Express delivery of a debit card takes 2 business days.",
                FinishReason.END_OF_TURN,
                1, 1, 0);

        assertThat(check.check(writing, FEE, "How much is express delivery of a debit card?").faults())
                .containsExactly(Fault.LACKS_FIGURES);
        assertThat(check.check(writing, FEE, "How long does express delivery of a debit card take?").faults())
                .isEmpty();
    }

    @Test
    void refuses_amounts_that_changed_places() {
        Verdict verdict = check("A customer who reports a stolen debit card within 2 business days owes at most $500. "
                + "After 2 business days the customer owes at most $50, unless the bank was not told of the theft.",
                EvidenceSamples.lostCard());

        assertThat(verdict.passed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "A customer who reports a stolen debit card within 2 business days owes at most $50. After 2 business days "
                    + "the customer owes at most $500, unless the bank was told of the theft.",
            "A customer who reports a stolen debit card within 2 business days owes at most $50. After 2 business days "
                    + "the customer owes at most $500.",
            "A customer who reports a stolen debit card after 2 business days owes at most $50. After 2 business days "
                    + "the customer owes at most $500, unless the bank was not told of the theft."})
    void refuses_a_text_that_lost_a_denial_an_exception_or_a_bound(String text) {
        assertThat(check(text, EvidenceSamples.lostCard()).passed()).isFalse();
    }

    @Test
    void passes_the_evidences_own_words() {
        assertThat(check(EvidenceSamples.lostCard().text(), EvidenceSamples.lostCard()).passed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", value = {
            "An outgoing domestic wire costs $25 and an incoming domestic wire costs $15. => A domestic wire is $25, and an incoming domestic wire is $15.",
            "A new account holds the first $6,725 of a check for a day. => An account holds $6,725 of a check for a day.",
            "For a business account, the daily limit is $5,000. => The daily limit of an account is $5,000.",
            "Withdrawals at a foreign ATM cost $5. => Withdrawals at an ATM cost $5.",
            "A same-day ACH transfer costs $10. => An ACH transfer costs $10.",
            "The weekly limit is $2,000. => The limit is $2,000."})
    void refuses_a_figure_that_lost_what_it_holds_for(String source, String text) {
        assertThat(check(text, EvidenceSamples.evidence("Fees and limits", source)).passed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", value = {
            "An outgoing domestic wire costs $25 and an incoming domestic wire costs $15. => The fee is $25 for an outgoing domestic wire, and $15 for an incoming domestic wire.",
            "An outgoing domestic wire costs $25 and an incoming domestic wire costs $15. => An outgoing domestic wire costs $25. An incoming one costs $15 if it is domestic, too: a domestic wire.",
            "For a business account, the daily limit is $5,000. => Business accounts have a daily limit of $5,000.",
            "Withdrawals at a foreign ATM cost $5. => A withdrawal at a foreign ATM is $5.",
            "The customer owes at most $50 for a stolen card. => For a stolen card the customer owes no more than $50.",
            "A paper copy of a statement costs ten dollars. => The fee for a paper copy of a statement is $10."})
    void knows_a_figure_that_kept_what_it_holds_for(String source, String text) {
        assertThat(check(text, EvidenceSamples.evidence("Fees and limits", source)).faults())
                .doesNotContain(Fault.WIDENS_FIGURES, Fault.LACKS_FIGURES, Fault.INVENTS_FIGURES);
    }

    @Test
    void what_the_title_or_the_question_says_need_not_be_said_again() {
        Evidence evidence = EvidenceSamples.evidence("Outgoing wires", "An outgoing wire to a stolen card costs $25.");

        assertThat(check("A wire costs $25.", evidence).faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", value = {
            "The customer must show a passport. => The customer may show a passport.",
            "The customer must show a passport. => The customer can show a passport.",
            "The customer can show a passport. => The customer must show a passport."})
    void refuses_a_demand_made_a_permission_and_the_reverse(String source, String text) {
        assertThat(check(text, EvidenceSamples.evidence("Identity", source)).faults())
                .containsExactly(Fault.CHANGES_SENSE);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", value = {
            "The customer must show a passport. => The customer has to show a passport.",
            "The customer must show a passport. => Show a passport.",
            "The customer can show a passport. => The customer may show a passport.",
            "The customer can't use an expired passport as identification. => The customer may not use an expired passport as identification."})
    void knows_a_demand_or_a_permission_in_other_words(String source, String text) {
        assertThat(check(text, EvidenceSamples.evidence("Identity", source)).faults())
                .doesNotContain(Fault.CHANGES_SENSE);
    }

    @Test
    void counts_a_denial_in_any_words() {
        Evidence evidence = EvidenceSamples.evidence("PIN", "Staff never ask for a PIN.");

        assertThat(check("Staff don't ask for a PIN.", evidence).faults()).doesNotContain(Fault.CHANGES_SENSE);
        assertThat(check("Staff ask for a PIN.", evidence).faults()).contains(Fault.CHANGES_SENSE);
    }

    @Test
    void refuses_an_empty_text() {
        assertThat(check(" \n ", FEE).faults()).containsExactly(Fault.EMPTY);
    }

    @Test
    void refuses_a_text_that_hit_the_limit() {
        Writing writing = new Writing("Express delivery of a debit card takes 2 business days and costs $15.",
                FinishReason.LENGTH, 1,
                1, 0);

        assertThat(check.check(writing, FEE, QUESTION).faults()).containsExactly(Fault.CUT_OFF);
    }

    @Test
    void refuses_a_text_much_longer_than_the_evidence() {
        String text = "Express delivery of a debit card takes 2 business days and costs $15"
                + " delivery debit, express card, card debit, delivery card, express debit".repeat(4) + ".";

        assertThat(check(text, FEE).faults()).contains(Fault.TOO_LONG);
    }

    @Test
    void names_the_figures_that_are_invented() {
        Verdict verdict = check("Express delivery takes 3 business days and costs $15.", FEE);

        assertThat(verdict.figuresInvented()).containsExactly("3 business day");
        assertThat(verdict.figuresCarried()).isFalse();
    }

    private Verdict check(String text, Evidence evidence) {
        return check.check(new Writing(text, FinishReason.END_OF_TURN, 1, 1, 0), evidence, QUESTION);
    }
}
