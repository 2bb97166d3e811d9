package bankassistant.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Accounts, routing numbers, IBANs and BICs. */
class BankNumbersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "transfer $1,200.00 from 123456789 to 987654321 | transfer $1,200.00 from [ACCOUNT_1] to [ACCOUNT_2]",
            "customer id 8837261 | customer id [ACCOUNT_1]", "loan number 445566778 | loan number [ACCOUNT_1]",
            "my checking account 123456789 | my checking account [ACCOUNT_1]",
            "savings number 00012345678 | savings number [ACCOUNT_1]",
            "12345678 is my account number | [ACCOUNT_1] is my account number",
            "account number one two three four five six seven eight | account number [ACCOUNT_1]",
            "routing number 121000248 | routing number [ROUTING_1]", "sort code 12-34-56 | sort code [ROUTING_1]",
            "GB82 WEST 1234 5698 7654 32 | [IBAN_1]", "IBAN DE89 3704 0044 0532 0130 00 | IBAN [IBAN_1]",
            "FR14 2004 1010 0505 0001 3M02 606 | [IBAN_1]", "NO93 8601 1117 947 | [IBAN_1]",
            "MT84MALT011000012345MTLCAST001S | [IBAN_1]", "SA03 8000 0000 6080 1016 7519 | [IBAN_1]",
            "my iban is DE89370400440532013001 | my iban is [IBAN_1]", "BIC DEUTDEFF | BIC [BIC_1]",
            "SWIFT code: NEDSZAJJXXX | SWIFT code: [BIC_1]"})
    void hides(String text, String masked) {
        assertThat(Masking.of(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"routing 123456789", "savings rate of 4.25 %", "my account 2026-03-01",
            "a swift transfer abroad", "SWIFT payments to Germany", "checking 5000 dollars",
            "account balance of 250000", "DE88 3704 0044 0532 0130 00", "the IBAN has 22 characters",
            "a mortgage of 350000", "a deposit of 250000 dollars", "savings of 100000", "a loan 250000",
            "transfer 250000 to my savings"})
    void leaves_readable(String text) {
        assertThat(Masking.of(text)).isEqualTo(text);
    }
}
