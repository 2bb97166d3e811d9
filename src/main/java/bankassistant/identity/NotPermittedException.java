package bankassistant.identity;

import java.util.Locale;

/** A person's role does not allow what they asked for. */
public final class NotPermittedException extends IdentityException {

    private static final long serialVersionUID = 1L;

    private final Permission permission;

    NotPermittedException(Role role, Permission permission) {
        super("%s %s may not %s.".formatted(role == Role.AUDITOR || role == Role.ADMINISTRATOR ? "An" : "A",
                role.name().toLowerCase(Locale.ROOT), permission.words()));
        this.permission = permission;
    }

    public Permission permission() {
        return permission;
    }
}
