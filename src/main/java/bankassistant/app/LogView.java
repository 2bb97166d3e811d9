package bankassistant.app;

import bankassistant.audit.AuditLog;
import bankassistant.identity.AuditSettings;
import bankassistant.identity.IdentityException;
import bankassistant.identity.Settings;
import bankassistant.identity.SignedIn;
import bankassistant.policy.BankingIntents;
import bankassistant.policy.PolicyException;
import bankassistant.policy.PolicyFolder;
import bankassistant.policy.PolicyLibrary;
import bankassistant.policy.PolicyReader;
import bankassistant.privacy.Candidate.Kind;
import bankassistant.ui.audit.AuditRecords;
import bankassistant.ui.audit.LogRecords;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts together what the auditor's screen reads. */
public final class LogView {

    private static final Logger LOG = LoggerFactory.getLogger(LogView.class);

    /** What filters offer from the start; other types join as they are read. */
    private static final List<String> PII = Stream.of(Kind.CARD, Kind.SSN, Kind.IBAN, Kind.EMAIL, Kind.PHONE,
            Kind.ROUTING, Kind.ACCOUNT, Kind.DATE_OF_BIRTH, Kind.STREET_ADDRESS, Kind.PERSON).map(Kind::type).toList();

    private LogView() {}

    /**
     * Records are read also where the policies can't be: then the sections behind answers are not shown.
     *
     * @param log open while the records are read
     */
    public static AuditRecords of(AuditLog log, SignedIn auditor, Settings settings, Installation installation) {
        PolicyLibrary policies = policies(installation);
        return new LogRecords(log, auditor, () -> policies, () -> chosen(settings), InstantSource.system(),
                BankingIntents.names(), PII);
    }

    private static Optional<AuditSettings> chosen(Settings settings) {
        try {
            return Optional.of(settings.audit());
        } catch (IOException | IdentityException e) {
            LOG.warn("The settings can't be shown beside records ({})", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private static PolicyLibrary policies(Installation installation) {
        try {
            return new PolicyFolder(new PolicyReader(), BankingIntents.names()).read(installation.policies());
        } catch (PolicyException e) {
            LOG.warn("The policies can't be shown beside records ({})", e.getClass().getSimpleName());
            return null;
        }
    }
}
