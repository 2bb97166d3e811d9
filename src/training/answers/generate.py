"""Makes the training data for choosing evidence and for wording answers, from what stands in this folder, the policies, their
phrasings and the public question sets.

    python3 src/training/answers/generate.py DATA OUT

DATA holds banking77/train.csv and scope/clinc150_banking.csv. OUT gets evidence.csv (text,label: the label is
policy/section#sentence, policy/section where only the section is known, two joined by +, or none) and answers.jsonl
({"question","title","evidence","answer"}) with answers-held-out.jsonl (phrasings the former lacks).

Questions that come near to one of the development sets are left out of both.
"""
import csv
import glob
import json
import os
import random
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.normpath(os.path.join(HERE, "..", "..", ".."))
TESTS = os.path.join(ROOT, "src", "test", "resources", "bankassistant")
BANKING77_EACH = 12
CLINC_EACH = 22
TWO_PART_OF = 6
REWORDED_EACH = 4
# What a training of half an hour on one busy core can take; copying is learned from few.
DIRECT, YES_OR_NO = 560, 450
NEAR = 0.7

# CLINC150's banking intents that one section answers, and those that no policy answers. The others are in between.
CLINC_SECTIONS = {
    "replacement_card_duration": "cards/card-delivery",
    "report_lost_card": "cards/lost-or-stolen-card",
    "pin_change": "cards/change-pin",
    "card_declined": "cards/declined-card-payment",
    "international_fees": "cards/foreign-card-payment",
    "apr": "credit/credit-card-rate",
}
CLINC_NONE = ["balance", "transactions", "spending_history", "bill_balance", "bill_due", "min_payment", "pay_bill",
              "credit_score", "improve_credit_score", "credit_limit", "credit_limit_change", "rewards_balance",
              "redeem_rewards", "order_checks", "interest_rate", "routing"]

STOP = set("""a an the is are was were be been am i my me mine you your we our us he she it its his her they them their of
to in on at for from by with and or if do does did can could will would should may might must what how when where which
who whom whose why that this these those there here have has had not no any some so as up out get s t cust customer
please""".split())


def words(text):
    return [w.strip(".") for w in re.findall(r"[a-z0-9$%.]+", text.lower().replace("'", ""))]


def telling(text):
    return frozenset(w for w in words(text) if w and w not in STOP)


def policies():
    sections = {}
    for path in sorted(glob.glob(os.path.join(ROOT, "policies", "[0-9]*.md"))):
        text = open(path, encoding="utf-8").read()
        policy = re.search(r"^id: (\S+)", text, re.M).group(1)
        for match in re.finditer(r"^## (.*?) \{#([\w-]+)\}\n(.*?)(?=^## |\Z)", text, re.M | re.S):
            lines = [line.strip() for line in match.group(3).split("\n")]
            sections[policy + "/" + match.group(2)] = (
                match.group(1), [line for line in lines if line and not line.startswith(">")])
    return sections


def phrasings():
    """Reads the flow lists of phrasings.yaml: plain and single-quoted scalars."""
    text = open(os.path.join(ROOT, "policies", "phrasings.yaml"), encoding="utf-8").read()
    found = {}
    for match in re.finditer(r"^([\w-]+/[\w-]+):\s*\[(.*?)\]\s*$", text, re.M | re.S):
        flat = re.sub(r"\s+", " ", match.group(2)) + ","
        items = re.findall(r"\s*(?:'((?:[^']|'')*)'|([^,]+?))\s*,", flat)
        found[match.group(1)] = [(quoted or plain).replace("''", "'").strip() for quoted, plain in items]
    return found


def intents():
    text = open(os.path.join(ROOT, "policies", "intents.yaml"), encoding="utf-8").read()
    return {a.strip('"'): b for a, b in re.findall(r'^("?[\w?]+"?): (\S+)$', text, re.M)}


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def lines(name):
    with open(os.path.join(HERE, name), encoding="utf-8") as file:
        return [line.strip() for line in file if line.strip() and not line.startswith("#")]


def labelled(name):
    """(label, question, "yes", "no" or "")"""
    found = []
    for line in lines(name):
        label, questions = line.split(": ", 1)
        for question in questions.split("; "):
            lead = {"y:": "yes", "n:": "no"}.get(question[:2], "")
            found.append((label, question[2:] if lead else question, lead))
    return found


OWN = ("questions.txt", "told.txt", "counter.txt", "asked.txt")


def own_questions():
    """(section, sentence counted from 1, question, "yes", "no" or "")"""
    found = []
    for label, question, lead in (row for name in OWN for row in labelled(name)):
        section, sentence = label.split("#")
        found.append((section, int(sentence), question, lead))
    return found


def short_questions():
    """(label, question)"""
    return [(label, question) for label, question, _ in labelled("short.txt")]


def follow_ups():
    """(label, question), the question before and what follows as the chat writes them out"""
    return [(label, question.replace(" > ", "? ")) for label, question, _ in labelled("follow-ups.txt")]


class KeptAway:
    """Questions of the development sets, from which training keeps away."""

    def __init__(self):
        texts = [row["question"] for name in ("retrieval/questions.csv", "retrieval/unanswerable.csv",
                                              "answers/evidence-dev.csv", "answers/evidence-held.csv",
                                              "answers/evidence-held-terse.csv", "answers/two-sections.csv",
                                              "answers/counter-dev.csv", "answers/counter-held.csv")
                 for row in rows(os.path.join(TESTS, name))]
        with open(os.path.join(TESTS, "answers", "answers-dev.jsonl"), encoding="utf-8") as file:
            texts += [json.loads(line)["question"] for line in file]
        self.same = {" ".join(words(text)) for text in texts}
        self.bags = [telling(text) for text in texts]
        self.dropped = 0

    def near(self, text):
        bag = telling(text)
        near = " ".join(words(text)) in self.same or len(bag) > 2 and any(
            len(bag & other) >= NEAR * len(bag | other) for other in self.bags if other)
        self.dropped += near
        return near


def slip(text, rng):
    """One slip of the keyboard in a word of five letters or more."""
    places = [m for m in re.finditer(r"[a-z]{5,}", text)]
    if not places:
        return text
    word = rng.choice(places)
    at = word.start() + rng.randrange(1, len(word.group()) - 1)
    kind = rng.randrange(3)
    if kind == 0:
        return text[:at] + text[at + 1:]
    if kind == 1:
        return text[:at] + text[at + 1] + text[at] + text[at + 2:]
    return text[:at] + text[at] + text[at:]


LEADS = ["can you tell me ", "customer asks: ", "question about ", "quick one, ", "I need help: ", "what about ",
         "a client wants to know, ", "hi, "]


ASKS = re.compile(r"(?:how|what|when|where|which|who|why|is|are|can|does|do|must|will)\b", re.I)


def two_part_questions(rng):
    """Questions that two sections of one policy answer: a question, and another one behind "and"."""
    by_policy = {}
    for section, sentence, question, _ in own_questions():
        by_policy.setdefault(section.split("/")[0], []).append((section, f"{section}#{sentence}", question))
    found = []
    for questions in by_policy.values():
        second = [row for row in questions if ASKS.match(row[2])]
        for _ in range(len(questions) // TWO_PART_OF):
            (section, label, question), (other, other_label, also) = rng.choice(second), rng.choice(second)
            if section != other:
                joint = rng.choice([" and ", " and ", ", and ", "? "])
                found.append((question.rstrip("?") + joint + also, f"{label} + {other_label}"))
    return found


def short_two_part_questions(rng):
    """The same of two hasty questions."""
    by_policy = {}
    for label, question in short_questions():
        if " + " not in label:
            by_policy.setdefault(label.split("/")[0], []).append((label, question.rstrip("?")))
    found = []
    for questions in by_policy.values():
        for _ in range(len(questions) // TWO_PART_OF):
            (label, question), (other, also) = rng.choice(questions), rng.choice(questions)
            if label.split("#")[0] != other.split("#")[0]:
                found.append((question + rng.choice([" and ", " + ", ", ", " & "]) + also, f"{label} + {other}"))
    return found


def evidence_rows(data, sections, kept_away, rng):
    out = []

    def add(text, label):
        if not kept_away.near(text):
            out.append((text, label))

    for section, sentence, question, _ in own_questions():
        add(question, f"{section}#{sentence}")
    for label, question in short_questions() + follow_ups():
        add(question, label)
    for text, label in two_part_questions(rng) + short_two_part_questions(rng):
        add(text, label)
    for section, texts in phrasings().items():
        for text in texts:
            add(text, section)
    for section, (title, sentences) in sections.items():
        add(title, section)
        for i, sentence in enumerate(sentences):
            out.append((sentence, f"{section}#{i + 1}"))
    by_intent = {}
    for row in rows(os.path.join(data, "banking77", "train.csv")):
        by_intent.setdefault(row["category"], []).append(row["text"].strip())
    for intent, section in intents().items():
        for text in rng.sample(by_intent[intent], min(BANKING77_EACH, len(by_intent[intent]))):
            add(" ".join(text.split()), section)
    clinc = {}
    for row in rows(os.path.join(data, "scope", "clinc150_banking.csv")):
        clinc.setdefault(row["intent"], []).append(row["text"])
    for intent, section in CLINC_SECTIONS.items():
        for text in rng.sample(clinc[intent], CLINC_EACH):
            add(text, section)
    for intent in CLINC_NONE:
        for text in rng.sample(clinc[intent], CLINC_EACH):
            add(text, "none")
    for text in lines("unanswerable.txt"):
        add(text, "none")
    # what says nothing must stand before both kinds, or it would be taken for a sign of one
    led = [(lead + text, label) for text, label in out for lead in LEADS if rng.random() < (0.1 if label == "none" else 0.015)]
    out += led
    typed = [(slip(text, rng), label) for text, label in out if rng.random() < 0.08]
    return out + typed


FIGURE = re.compile(r"\$\d[\d,]*(?:\.\d+)?|\d+(?:\.\d+)?%|(?<![\w.,:$-])\d{1,3}(?= (?:business |calendar |banking )?(?:days?|hours?"
                    r"|months?|minutes|years)\b)")


def changed(evidence, answer, question, rng):
    """The figures of evidence, answer and question, changed together."""
    figures = list(dict.fromkeys(FIGURE.findall(evidence)))
    new = {}
    for figure in figures:
        for _ in range(20):
            value = other(figure, rng)
            if value not in new.values() and value not in figures:
                new[figure] = value
                break

    def swap(text):
        return FIGURE.sub(lambda m: new.get(m.group(), m.group()), text)

    return swap(evidence), swap(answer), swap(question)


def other(figure, rng):
    if figure.startswith("$"):
        value = float(figure[1:].replace(",", ""))
        if "." in figure:
            return f"${rng.randrange(5, 995) / 100:.2f}"
        if value < 20:
            return f"${rng.randrange(2, 25)}"
        step = 5 if value < 100 else 50 if value < 2000 else 500
        return f"${step * rng.randrange(2, 40):,}"
    if figure.endswith("%"):
        return f"{rng.randrange(1, 300) / 10:g}%" if "." in figure else f"{rng.randrange(1, 40)}%"
    return str(rng.randrange(2, 12 if int(figure) < 12 else 120))


# Words that a question of a section's sentence may begin with; real questions are mostly not bare topics.
ASKING = ["", "", "", "tell me about ", "what about ", "customer asks about ", "question: ", "I need to know, "]


def lower_first(sentence):
    first = sentence.split(" ")[0]
    proper = first in ("Larkmere", "Visa", "Apple", "Visa's", "Federal", "Premier", "Everyday", "Student", "ACH", "ATM", "Regulation",
                       "Non-US", "I", "D.C.", "Google", "CD")
    return sentence if proper or first.isupper() and len(first) > 1 else sentence[0].lower() + sentence[1:]


def worded(sentence, lead):
    return {"yes": "Yes, ", "no": "No, "}[lead] + lower_first(sentence) if lead else sentence


def answer_rows(sections, rng, texts):
    """Evidence of one to three sentences of one section with the answering one among them, as the product picks it."""
    out = []
    for section, sentence, question, lead in texts:
        title, all_sentences = sections[section]
        at = sentence - 1
        others = [i for i in range(len(all_sentences)) if i != at]
        picked = {at}
        if others and rng.random() < 0.6:
            picked.add(0 if at and rng.random() < 0.6 else rng.choice(others))
        evidence = " ".join(all_sentences[i] for i in sorted(picked))
        answer = worded(all_sentences[at], lead)
        asked = question if lead else rng.choice(ASKING) + question
        if rng.random() < 0.5:
            asked = asked[0].upper() + asked[1:] + ("?" if rng.random() < 0.8 else "")
        if rng.random() < 0.12:
            asked = slip(asked, rng)
        # a yes or no that hangs on the figure must keep it
        if rng.random() < 0.75 and not (lead and re.search(r"\d", question)):
            evidence, answer, asked = changed(evidence, answer, asked, rng)
        out.append({"question": asked, "title": title, "evidence": evidence, "answer": answer})
    return out


def reworded(kept_away, rng):
    """Right answers in other words, each several times with other figures."""
    out = []
    for row in rows(os.path.join(HERE, "wordings.csv")):
        if kept_away.near(row["question"]):
            continue
        for _ in range(REWORDED_EACH):
            evidence, answer, question = changed(row["evidence"], row["answer"], row["question"], rng)
            # a figure in words or in another form in the answer would not change with the evidence's
            if evidence == row["evidence"] or sorted(FIGURE.findall(evidence)) == sorted(FIGURE.findall(answer)):
                out.append({"question": question, "title": row["title"], "evidence": evidence, "answer": answer})
    return list({json.dumps(row): row for row in out}.values())


def asked_by_people(data, sections, kept_away, rng):
    """Phrasings of sections that have one sentence, and real questions of intents: a section's first sentence answers."""
    found = [(section, 1, text, "") for section, texts in phrasings().items() if len(sections[section][1]) == 1
             for text in rng.sample(texts, min(6, len(texts)))]
    by_intent = {}
    for row in rows(os.path.join(data, "banking77", "train.csv")):
        by_intent.setdefault(row["category"], []).append(" ".join(row["text"].split()))
    for intent, section in intents().items():
        found += [(section, 1, text, "") for text in rng.sample(by_intent[intent], 7) if len(text) < 90]
    return [row for row in found if not kept_away.near(row[2])]


def write_json(path, found):
    with open(path, "w", encoding="utf-8") as file:
        for row in found:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


def main(data, out):
    rng = random.Random(7)
    sections, kept_away = policies(), KeptAway()
    os.makedirs(out, exist_ok=True)
    evidence = evidence_rows(data, sections, kept_away, rng)
    with open(os.path.join(out, "evidence.csv"), "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["text", "label"])
        writer.writerows(dict.fromkeys(evidence))
    texts = [row for row in own_questions() if not kept_away.near(row[2])]
    rng.shuffle(texts)
    held_out, learned = texts[:len(texts) // 12], texts[len(texts) // 12:]
    learned = 2 * learned + asked_by_people(data, sections, kept_away, rng)
    answers = answer_rows(sections, rng, learned)
    led = [row for row in answers if row["answer"].startswith(("Yes, ", "No, "))]
    direct = [row for row in answers if row not in led]
    answers = rng.sample(direct, DIRECT) + rng.sample(led, YES_OR_NO) + reworded(kept_away, rng)
    write_json(os.path.join(out, "answers.jsonl"), answers)
    write_json(os.path.join(out, "answers-held-out.jsonl"), answer_rows(sections, rng, held_out))
    print(f"{len(dict.fromkeys(evidence))} rows for evidence ({sum(l == 'none' for _, l in evidence)} without an answer), "
          f"{len(answers)} for answers, {len(held_out)} held out, {kept_away.dropped} too near to development questions")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
