package bankassistant.app;

import bankassistant.audit.AuditLog;
import bankassistant.identity.SignedIn;
import bankassistant.policy.BankingIntents;
import bankassistant.policy.PolicyFolder;
import bankassistant.policy.PolicyLibrary;
import bankassistant.policy.PolicyReader;
import bankassistant.privacy.Candidate.Kind;
import bankassistant.ui.audit.AuditRecords;
import bankassistant.ui.audit.LogRecords;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** Puts together what the auditor's screen reads. */
public final class LogView {

    /** What filters offer from the start; other types join as they are read. */
    private static final List<String> PII = Stream.of(Kind.CARD, Kind.SSN, Kind.IBAN, Kind.EMAIL, Kind.PHONE,
            Kind.ROUTING, Kind.ACCOUNT, Kind.DATE_OF_BIRTH, Kind.STREET_ADDRESS, Kind.PERSON).map(Kind::type).toList();

    private LogView() {}

    /**
     * @param log open while the records are read
     * @throws IOException if the policies can't be read
     */
    public static AuditRecords of(AuditLog log, SignedIn auditor, Installation installation) throws IOException {
        PolicyLibrary policies = new PolicyFolder(new PolicyReader(), BankingIntents.names())
                .read(installation.policies());
        return new LogRecords(log, auditor, () -> policies, BankingIntents.names(), PII);
    }
}
