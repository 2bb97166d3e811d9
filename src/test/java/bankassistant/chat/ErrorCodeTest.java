package bankassistant.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ErrorCodeTest {

    @Test
    void isTwoGroupsThatCanBeReadOut() {
        assertThat(ErrorCode.of(broken("x"))).matches("[0-9A-HJKMNP-TV-Z]{4}:[0-9A-HJKMNP-TV-Z]{4}");
    }

    @Test
    void isTheSameForTheSamePlaceWhateverTheDataWere() {
        String[] codes = new String[2];
        for (int i = 0; i < 2; i++) {
            codes[i] = ErrorCode.of(broken("customer " + i));
        }
        assertThat(codes[0]).isEqualTo(codes[1]);
    }

    @Test
    void isAnotherForAnotherPlace() {
        assertThat(ErrorCode.of(broken("x"))).isNotEqualTo(ErrorCode.of(brokenElsewhere()));
    }

    @Test
    void namesTheRootCause() {
        Exception cause = broken("x");
        assertThat(ErrorCode.of(new RuntimeException(new RuntimeException(cause)))).isEqualTo(ErrorCode.of(cause));
    }

    private static Exception broken(String data) {
        return new IllegalStateException(data);
    }

    private static Exception brokenElsewhere() {
        return new IllegalStateException("x");
    }
}
