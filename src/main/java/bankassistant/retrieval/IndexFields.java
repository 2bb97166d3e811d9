package bankassistant.retrieval;

/** The fields of the index: a document is a section, or a sentence or phrasing of one. */
final class IndexFields {

    /** Raised whenever an index of before could not be read, or would answer otherwise. */
    static final String FORMAT = "4";

    /** The words to search: the title twice, the text, all phrasings. */
    static final String WORDS = "words";
    /** Stored with a section: its phrasings. */
    static final String PHRASING = "phrasing";
    /** The section's vector. */
    static final String SECTION_VECTOR = "section_vector";
    /** The vector of a sentence or a phrasing. */
    static final String PART_VECTOR = "part_vector";
    /** Stored with a section: the passage as JSON. */
    static final String PASSAGE = "passage";
    /** Stored with a section: its vector, then its sentences', then its phrasings', as big-endian floats. */
    static final String VECTORS = "vectors";
    /** Doc value: the section's number, counted from 0. */
    static final String SECTION = "section";

    private IndexFields() {}
}
