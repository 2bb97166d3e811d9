package bankassistant.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Phones, mail addresses, web addresses, addresses of machines. */
class ContactsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "Zelle to 555-123-4567 failed | Zelle to [PHONE_1] failed", "001-415-123-4567 | [PHONE_1]",
            "0171 1234567 is my number | [PHONE_1] is my number", "call +44 20 7946 0958 today | call [PHONE_1] today",
            "+49 30 901820 | [PHONE_1]", "0049 30 901820 | [PHONE_1]",
            "my mobile is 07911 123456 | my mobile is [PHONE_1]", "call me at 555-0142 | call me at [PHONE_1]",
            "Tel: 0151 23456789 | Tel: [PHONE_1]", "03 9876 5432 | [PHONE_1]", "(03) 5370 0122 or | [PHONE_1] or",
            "at 07.81.54.57.40. | at [PHONE_1].", "555 123 4567 | [PHONE_1]",
            "Mr. Banks at 555-0199 asks | Mr. Banks at [PHONE_1] asks", "555-0199, ask for me | [PHONE_1], ask for me",
            "(212) 555-0142 ext. 12 | [PHONE_1]", "two one two five five five zero one four two | [PHONE_1]",
            "Jo.Doe+bank@mail.example.co.uk | [EMAIL_1]", "jo dot doe at example dot com | [EMAIL_1]",
            "jo [at] example [dot] com | [EMAIL_1]", "jo@gmail dot com | [EMAIL_1]",
            "https://bank.example/reset?token=abc123 | [URL_1]", "see www.facebook.com/jane.doe.5 | see [URL_1]",
            "linkedin.com/in/jane-doe | [URL_1]", "https://jo:pw@host.example/ | [URL_1]",
            "from 192.168.10.12 | from [IP_1]", "2001:db8::ff00:42:8329 | [IP_1]",
            "mac 00:1A:2B:3C:4D:5E | mac [MAC_1]", "001a.2b3c.4d5e | [MAC_1]"})
    void hides(String text, String masked) {
        assertThat(Masking.of(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"www.fdic.gov", "https://www.chase.com/personal/checking", "version 1.2.3", "at 10:30:45",
            "open 9:00-17:00", "from 2024-01-01 to 2024-12-31", "call me at 5", "call within 60 days",
            "200 to 300 dollars", "ratio 10:20", "24/7", "meet me at example. com", "log in at chase.com",
            "112-555-0142", "on 01/02/2024 10:30", "05-11-2024 2024", "$555 123 4567",
            "01.02.24 and 0.123 4567", "invoice 0123 456 789", "order 555-0199 is late", "form 210-3000", "A555-0199",
            "555-0199-2", "$555-0199",
            "98101-4402"})
    void leaves_readable(String text) {
        assertThat(Masking.of(text)).isEqualTo(text);
    }
}
