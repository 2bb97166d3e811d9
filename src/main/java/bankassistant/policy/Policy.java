package bankassistant.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One policy of the bank.
 *
 * @param id        stable, lower-case words with hyphens, unique among the policies
 * @param title     for people
 * @param version   of the text, such as {@code 2026.1}
 * @param effective from when it holds
 * @param review    when it must be looked at again
 * @param owner     the department that answers for it
 * @param sources   laws and documents it rests on
 * @param verify    facts that were not yet checked against their source, each {@code section-id: fact}; none in a
 *                  release
 * @param sections  in the order of the file, at least one
 * @param sha256    of the file's bytes, lower-case hexadecimal
 */
public record Policy(String id, String title, String version, LocalDate effective, LocalDate review, String owner,
        List<String> sources, List<String> verify, List<Section> sections, String sha256) {

    public Policy {
        sources = List.copyOf(sources);
        verify = List.copyOf(verify);
        sections = List.copyOf(sections);
    }

    /** A policy with nothing left to verify. */
    public Policy(String id, String title, String version, LocalDate effective, LocalDate review, String owner,
            List<String> sources, List<Section> sections, String sha256) {
        this(id, title, version, effective, review, owner, sources, List.of(), sections, sha256);
    }

    public Optional<Section> section(String sectionId) {
        return sections.stream().filter(section -> section.id().equals(sectionId)).findFirst();
    }
}
