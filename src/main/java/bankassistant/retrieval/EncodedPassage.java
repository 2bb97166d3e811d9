package bankassistant.retrieval;

import java.util.List;

/**
 * A passage with its vectors, each of length 1.
 *
 * @param vector    of title and text
 * @param sentences one for each sentence, of title and sentence
 * @param phrasings how people ask for the passage
 */
record EncodedPassage(Passage passage, float[] vector, List<float[]> sentences, List<Phrasing> phrasings) {

    EncodedPassage {
        sentences = List.copyOf(sentences);
        phrasings = List.copyOf(phrasings);
        if (sentences.size() != passage.section().sentences().size()) {
            throw new IllegalArgumentException("as many vectors as sentences, not " + sentences.size());
        }
    }

    /** A phrasing with its vector. */
    record Phrasing(String text, float[] vector) {}

    /** What the section's vector is made of. */
    static String sectionText(Passage passage) {
        return passage.section().title() + ". " + passage.section().text();
    }

    /** What a sentence's vector is made of: the title tells what the sentence is about. */
    static String sentenceText(Passage passage, int sentence) {
        return passage.section().title() + ". " + passage.section().sentence(sentence);
    }
}
