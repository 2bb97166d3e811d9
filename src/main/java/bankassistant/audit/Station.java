package bankassistant.audit;

/**
 * What writes records.
 *
 * @param workstation its name
 * @param application the version
 */
public record Station(String workstation, String application) {}
