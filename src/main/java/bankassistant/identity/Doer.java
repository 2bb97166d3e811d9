package bankassistant.identity;

/**
 * Who changes users.
 *
 * @param session theirs; empty where they are not signed in
 */
record Doer(String user, String session) {

    static Doer of(Session session) {
        return new Doer(session.who().user(), session.who().session());
    }

    /** By a one-time password or the recovery key. */
    static Doer notSignedIn(String user) {
        return new Doer(user, "");
    }
}
