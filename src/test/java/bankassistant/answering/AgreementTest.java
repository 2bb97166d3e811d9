package bankassistant.answering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A yes or a no before a true sentence: which questions it answers. */
class AgreementTest {

    private final FigureCheck check = new FigureCheck();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Are my deposits insured?                              | Yes | your deposits are insured up to $250,000 per depositor, per bank, per ownership category.
            Can I withdraw $600 a day at ATMs?                    | Yes | you can withdraw up to $600 a day at ATMs.
            Is there a fee for a top-up by card?                  | Yes | a top-up by card, from another bank's debit card, costs a fee of 1.5%.
            Does a top-up by card cost anything?                  | Yes | a top-up by card, from another bank's debit card, costs a fee of 1.5%.
            Is a top-up by card free?                             | No  | a top-up by card, from another bank's debit card, costs a fee of 1.5%.
            Is an ACH transfer to another bank free?              | Yes | an ACH transfer to another bank is free.
            Do you charge a fee for an ACH transfer?              | No  | an ACH transfer to another bank is free.
            Can a branch lock the card for someone without the app? | Yes | a branch can lock the lost or stolen card for a customer who has no access to the app.
            My cousin lives in Canada. Can he open an account?    | No  | Larkmere does not open accounts for people who live in other countries, such as Canada or Portugal.
            Do I need to ask for the renewal?                     | No  | you do not need to ask for the renewal.
            """)
    void it_stands_where_it_agrees_and_the_other_one_does_not(String question, String opening, String sentence) {
        assertThat(passes(question, opening, sentence)).isTrue();
        assertThat(passes(question, opening.equals("Yes") ? "No" : "Yes", sentence)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Can I withdraw $800 a day at ATMs?            | you can withdraw up to $600 a day at ATMs.
            Can I withdraw more than $600 a day at ATMs?  | you can withdraw up to $600 a day at ATMs.
            Can I withdraw $600 a week at ATMs?           | you can withdraw up to $600 a day at ATMs.
            Aren't my deposits insured?                   | your deposits are insured up to $250,000 per depositor, per bank, per ownership category.
            Are my deposits not insured?                  | your deposits are insured up to $250,000 per depositor, per bank, per ownership category.
            Are my stocks insured?                        | your deposits are insured up to $250,000 per depositor, per bank, per ownership category.
            How are my deposits insured?                  | your deposits are insured up to $250,000 per depositor, per bank, per ownership category.
            Are my deposits insured? Is my card?          | your deposits are insured up to $250,000 per depositor, per bank, per ownership category.
            Must I order the card at a branch?            | order the card in the app or at any branch.
            Should I order the card at a branch?          | order the card in the app or at any branch.
            Is a top-up by bank transfer free?            | a top-up by card, from another bank's debit card, costs a fee of 1.5%.
            Is a top-up by card free or not?              | a top-up by card, from another bank's debit card, costs a fee of 1.5%.
            Can a merchant lock the card?                 | a branch can lock the lost or stolen card for a customer who has no access to the app.
            My cousin lives in Boston. Can he open an account? | Larkmere does not open accounts for people who live in other countries, such as Canada or Portugal.
            Are card purchases that overdraw my account paid? | card purchases that would overdraw your account are declined.
            May we call an account free if it has a possible activity fee? | the bank may not call an account "free" when a maintenance or activity fee is possible on the account.
            Does Regulation D still limit savings transfers to six? | the limit of six free savings withdrawals is Larkmere's own, because Regulation D's six-transfer limit was deleted on 24 April 2020.
            Is a fee charged for ACH?                     | an ACH transfer to another bank is free, and a same-day ACH transfer costs $1.
            Is there an annual fee on the credit card?    | the Larkmere credit card has no annual fee, and a late payment costs $29.
            Is incoming domestic wire charged?            | an outgoing domestic wire costs $25 and an incoming domestic wire costs $0.
            Are you charged for the first debit card?     | your first physical Visa debit card is free; order the card in the app or at any branch.
            Is a fee charged for closing an account?      | closing an account is free after 90 days and costs $20 earlier.
            Overdraft opt-in                              | your deposits are insured up to $250,000 per depositor, per bank, per ownership category.
            """)
    void it_is_not_told_where_the_question_asks_something_else(String question, String sentence) {
        assertThat(passes(question, "Yes", sentence)).isFalse();
        assertThat(passes(question, "No", sentence)).isFalse();
    }

    /** @param rest of the sentence behind the yes or no; passes by itself */
    private boolean passes(String question, String opening, String rest) {
        String sentence = rest.substring(0, 1).toUpperCase(Locale.ROOT) + rest.substring(1);
        assertThat(begin(sentence, "What now?").take(sentence)).isPresent();
        String shown = begin(sentence, question).take(opening + ", " + rest).orElseThrow().text();
        assertThat(shown).isIn(sentence, opening + ", " + rest);
        return !shown.equals(sentence);
    }

    private AnswerCheck begin(String evidence, String question) {
        return check.begin(EvidenceSamples.evidence("Title", evidence), question);
    }
}
