package bankassistant.identity;

/** Sessions that nobody signed in to. */
public final class Sessions {

    private Sessions() {}

    public static Session of(Role role) {
        byte[] key = new byte[FileKey.LENGTH];
        return new Session(new SignedIn("tilda", role, "session"), new StoreId("store", "", ""), 0, 1,
                RoleKey.of(role, key));
    }
}
