package bankassistant.ui.signin;

import bankassistant.chat.ErrorCode;
import bankassistant.identity.IdentityException;
import bankassistant.identity.SignInException;
import bankassistant.ui.shell.Messages;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a person is told when they don't get in. */
final class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private final Messages messages;

    Refusals(Messages messages) {
        this.messages = messages;
    }

    String words(Exception failure) {
        return switch (failure) {
            case SignInException refusal -> messages.text(
                    "signin.refused." + refusal.reason().name().toLowerCase(Locale.ROOT),
                    refusal.remaining().plusMillis(999).toSeconds());
            case IdentityException refusal -> refusal.getMessage();
            default -> {
                String code = ErrorCode.of(failure);
                LOG.error("error {}", code, failure);
                yield messages.text("signin.failed", code);
            }
        };
    }
}
