package bankassistant.lab.heads;

import bankassistant.lab.LabelledText;
import bankassistant.policy.Policy;
import bankassistant.policy.Section;
import bankassistant.retrieval.SentenceHead;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Questions with the sentence of a policy that answers them: one class for each sentence, and one for none. Where only the
 * section is known, its sentences share the target.
 */
public final class EvidenceTexts {

    /** Between the labels of a question that two sentences answer. */
    private static final Pattern AND = Pattern.compile(" \\+ ");
    /** What the first sentence of a section gets where only the section is known: its title asks what that one answers. */
    private static final float FIRST = 0.5f;

    private final List<String> classes;
    private final Map<String, float[]> targets = new HashMap<>();

    /** @param policies whose sentences are the classes */
    public EvidenceTexts(List<Policy> policies) {
        this.classes = classes(policies);
        for (String name : classes) {
            targets.put(name, shared(List.of(name)));
        }
        for (Policy policy : policies) {
            policy.sections().forEach(section -> targets.put(key(policy, section), shared(names(policy, section))));
        }
    }

    /**
     * Reads CSV with the header {@code text,label}; a label is {@code policy/section#sentence} counted from 1,
     * {@code policy/section} or {@code none}, or two of them joined by {@code +}, which share the target.
     *
     * @throws IOException naming file and line, if the file does not hold that or the policies lack a label
     */
    public LabelledTexts read(Path file) throws IOException {
        List<LabelledText> rows = LabelledText.readTogether(file, "label", Set.copyOf(targets.keySet()));
        List<float[]> wanted = rows.stream().map(row -> target(row.label())).toList();
        return new LabelledTexts(classes, rows.stream().map(row -> row.text().strip()).toList(),
                wanted.stream().map(CrossValidation::likeliest).toList(), wanted);
    }

    private float[] target(String label) {
        List<float[]> parts = AND.splitAsStream(label).map(targets::get).toList();
        float[] target = new float[classes.size()];
        for (float[] part : parts) {
            for (int i = 0; i < target.length; i++) {
                target[i] += part[i] / parts.size();
            }
        }
        return target;
    }

    /** The classes of the policies' sentences, in their order; the last is for none. */
    private static List<String> classes(List<Policy> policies) {
        List<String> classes = new ArrayList<>();
        for (Policy policy : policies) {
            policy.sections().forEach(section -> classes.addAll(names(policy, section)));
        }
        classes.add(SentenceHead.NONE);
        return classes;
    }

    private static String key(Policy policy, Section section) {
        return policy.id() + "/" + section.id();
    }

    private static List<String> names(Policy policy, Section section) {
        return IntStream.rangeClosed(1, section.sentences().size())
                .mapToObj(sentence -> key(policy, section) + "#" + sentence).toList();
    }

    private float[] shared(List<String> names) {
        float[] target = new float[classes.size()];
        for (String name : names) {
            target[classes.indexOf(name)] = (1 - FIRST) / names.size();
        }
        target[classes.indexOf(names.getFirst())] += FIRST;
        return target;
    }
}
