package bankassistant.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads a folder of policies: every {@code NN-title.md}, and {@code intents.yaml}, which names for each intent the
 * section that answers it. {@code README.md} is for authors and left alone, as are files of other kinds.
 */
public final class PolicyFolder {

    private static final Pattern NAME = Pattern.compile("\\d{2}-[a-z0-9]+(-[a-z0-9]+)*\\.md");
    private static final String INTENTS = "intents.yaml";

    private final PolicyReader reader;
    private final Set<String> intents;

    /**
     * @param intents those that must be answered, usually {@link BankingIntents#names()}
     */
    public PolicyFolder(PolicyReader reader, Set<String> intents) {
        this.reader = reader;
        this.intents = Set.copyOf(intents);
    }

    /**
     * Reads all policies, in the order of their file names.
     *
     * @throws PolicyException for the first file that breaks a rule, and when the folder holds no policy
     */
    public PolicyLibrary read(Path folder) throws PolicyException {
        List<Policy> policies = new ArrayList<>();
        Map<String, Path> fileOfId = new HashMap<>();
        for (Path file : policyFiles(folder)) {
            PolicyReader.Read read = reader.readWithLines(file);
            Path other = fileOfId.putIfAbsent(read.policy().id(), file);
            if (other != null) {
                throw new PolicyException(file, read.idLine(), "the policy id '" + read.policy().id()
                        + "' is already that of " + other.getFileName());
            }
            policies.add(read.policy());
        }
        PolicyLibrary unmapped = new PolicyLibrary(policies, Map.of());
        return new PolicyLibrary(policies, intents(folder.resolve(INTENTS), unmapped));
    }

    private static List<Path> policyFiles(Path folder) throws PolicyException {
        List<Path> files;
        try (Stream<Path> entries = Files.list(folder)) {
            files = entries.filter(PolicyFolder::isMarkdown).sorted().toList();
        } catch (IOException e) {
            PolicyException refused = new PolicyException(folder, "is not a folder of policies that can be read");
            refused.initCause(e);
            throw refused;
        }
        for (Path file : files) {
            if (!NAME.matcher(file.getFileName().toString()).matches()) {
                throw new PolicyException(file, "a policy's file is named like 03-deposit-accounts.md; rename it");
            }
        }
        if (files.isEmpty()) {
            throw new PolicyException(folder, "holds no policy (a file such as 01-cards.md)");
        }
        return files;
    }

    private static boolean isMarkdown(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".md") && !name.equals("README.md") && !name.startsWith(".");
    }

    private Map<String, SectionRef> intents(Path path, PolicyLibrary library) throws PolicyException {
        PolicyFile file = PolicyFile.read(path);
        Map<String, SectionRef> sections = new TreeMap<>();
        for (var entry : YamlFields.parse(file, file.text(), 1).entrySet()) {
            sections.put(entry.getKey(), section(file, entry.getKey(), entry.getValue(), library));
        }
        for (String intent : intents.stream().sorted().toList()) {
            if (!sections.containsKey(intent)) {
                throw file.refuse(1, "the intent '" + intent + "' has no section; add a line for it");
            }
        }
        return sections;
    }

    private SectionRef section(PolicyFile file, String intent, YamlFields.Field field, PolicyLibrary library)
            throws PolicyException {
        if (!intents.contains(intent)) {
            throw file.refuse(field.line(), "'" + intent + "' is not one of the " + intents.size() + " intents");
        }
        String value = String.join(" ", field.values());
        String[] parts = value.split("/", -1);
        SectionRef ref = new SectionRef(parts[0], parts.length == 2 ? parts[1] : "");
        if (field.list() || library.section(ref).isEmpty()) {
            throw file.refuse(field.line(), "the intent '" + intent + "' names '" + value
                    + "', which is no section; write policy-id/section-id");
        }
        return ref;
    }
}
