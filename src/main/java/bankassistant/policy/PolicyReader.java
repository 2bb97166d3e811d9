package bankassistant.policy;

import java.nio.file.Path;
import java.util.List;

/**
 * Reads one policy file: YAML front matter, then sections of Markdown, as {@code policies/README.md} describes. Reading
 * changes nothing and keeps nothing; an instance may be shared.
 */
public final class PolicyReader {

    /**
     * Reads and validates a file.
     *
     * @param file a plain file in UTF-8 of at most 1 MB, not a symbolic link
     * @throws PolicyException when it breaks a rule, with the first line that does
     */
    public Policy read(Path file) throws PolicyException {
        return readWithLines(file).policy();
    }

    Read readWithLines(Path path) throws PolicyException {
        PolicyFile file = PolicyFile.read(path);
        FrontMatter head = FrontMatter.read(file);
        List<Section> sections = new SectionReader(file).read(head.lastLine());
        Policy policy = new Policy(head.id(), head.title(), head.version(), head.effective(), head.review(),
                head.owner(), head.sources(), head.verify(), sections, file.sha256());
        refuseStrayVerification(file, head, policy);
        return new Read(policy, head.idLine());
    }

    private static void refuseStrayVerification(PolicyFile file, FrontMatter head, Policy policy)
            throws PolicyException {
        for (String fact : head.verify()) {
            String section = fact.substring(0, Math.max(0, fact.indexOf(": ")));
            if (policy.section(section).isEmpty()) {
                throw file.refuse(head.verifyLine(),
                        "'" + fact + "' under verify must begin with the id of a section of this policy and a colon");
            }
        }
    }

    /**
     * @param idLine where the policy's id stands, for complaints about several files
     */
    record Read(Policy policy, int idLine) {}
}
