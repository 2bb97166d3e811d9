package bankassistant.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** `assistant mask` */
class MaskCommandTest {

    private final Cli cli = new Cli();

    @Test
    void prints_the_text_masked_and_otherwise_as_it_came() {
        cli.screen.typing("mail jo@example.com,\r\n  or call (212) 555-0142");

        assertThat(cli.run("mask")).isZero();

        assertThat(cli.screen.out()).isEqualTo("mail [EMAIL_1],\r\n  or call [PHONE_1]");
        assertThat(cli.screen.err()).isEmpty();
        assertThat(cli.parts.closed()).isTrue();
    }

    @Test
    void prints_what_was_replaced_as_one_JSON_object() {
        cli.screen.typing("mail jo@example.com");

        assertThat(cli.run("mask", "--json")).isZero();

        assertThat(cli.screen.lines()).containsExactly(
                """
                        {"text":"mail [EMAIL_1]","spans":[{"type":"EMAIL_ADDRESS","start":5,"end":19,"placeholder":"[EMAIL_1]"}]}""");
    }

    @Test
    void refuses_what_is_no_text() {
        cli.screen.typing(new byte[]{(byte) 0xC3, 0x28});

        assertThat(cli.run("mask")).isEqualTo(1);

        assertThat(cli.screen.out()).isEmpty();
        assertThat(cli.screen.err()).contains("not UTF-8");
    }
}
