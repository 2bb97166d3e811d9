package bankassistant.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written so that a machine does not see it. */
class DisguisesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"4111\u200B1111\u200B1111\u200B1111 | [CARD_1]",
            "\uFF14\uFF11\uFF11\uFF11 \uFF11\uFF11\uFF11\uFF11 \uFF11\uFF11\uFF11\uFF11 \uFF11\uFF11\uFF11\uFF11 | [CARD_1]",
            "\u0664\u0661\u0661\u0661 \u0661\u0661\u0661\u0661 \u0661\u0661\u0661\u0661 \u0661\u0661\u0661\u0661 | [CARD_1]",
            "\uD835\uDFD2\uD835\uDFCF\uD835\uDFCF\uD835\uDFCF\uD835\uDFCF\uD835\uDFCF\uD835\uDFCF\uD835\uDFCF\uD835\uDFCF\uD835\uDFCF\uD835\uDFCF\uD835\uDFCF\uD835\uDFCF\uD835\uDFCF\uD835\uDFCF\uD835\uDFCF | [CARD_1]",
            "\u2463\u2460\u2460\u2460 1111 1111 1111 | [CARD_1]",
            "4\u03361\u03361\u03361\u0336 1111 1111 1111 | [CARD_1]", "4l1l 1111 1111 11l1 | [CARD_1]",
            "a\u202E4111 1111 1111 1111\u202Cb | a\u202E[CARD_1]\u202Cb", "GB82 W\u0415ST 1234 5698 7654 32 | [IBAN_1]",
            "j\u043E@ex\u0430mple.com | [EMAIL_1]", "\u0455sn 219-09-9998 | \u0455sn [SSN_1]",
            "p\u0456n: 1234 | p\u0456n: [PIN_1]", "jo\uFF20example\uFF0Ecom | [EMAIL_1]",
            "`4111 1111\n1111 1111` | `[CARD_1]`", "`4111-1111-\r\n1111-1111` | `[CARD_1]`",
            "`219-09-\n9998` | `[SSN_1]`", "`GB82 WEST 1234\n5698 7654 32` | `[IBAN_1]`",
            "NDExMSAxMTExIDExMTEgMTExMQ== | [CARD_1]", "base64: am9AZXhhbXBsZS5jb20= | base64: [EMAIL_1]",
            "4111\u00A01111\u20031111\u20091111 | [CARD_1]", "4111\u20111111\u20131111\u22121111 | [CARD_1]"})
    void hides(String text, String masked) {
        assertThat(Masking.of(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u041F\u0440\u0438\u0432\u0435\u0442, \u043A\u0430\u043A \u0434\u0435\u043B\u0430?",
            "\u03A0\u03CE\u03C2 \u03B5\u03AF\u03C3\u03B1\u03B9;", "I will oil the lol",
            "SW50ZXJuYXRpb25hbCB0cmFuc2Zlcg==", "\u0391\u03B8\u03AE\u03BD\u03B1 5"})
    void leaves_readable(String text) {
        assertThat(Masking.of(text)).isEqualTo(text);
    }
}
