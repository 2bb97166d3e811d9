"""PEFT on PyTorch, to be compared with `./assistant bench --training`: tokens/s of training an adapter of rank 32 on all linear
layers of a model of SmolLM2-135M's shape, the loss over all tokens. Weights are random, which changes no time.

    python3 -m venv v && v/bin/pip install torch==2.7.1 'transformers<5' peft && v/bin/python src/training/compare/peft_speed.py
"""
import time

import torch
from peft import LoraConfig, get_peft_model
from transformers import LlamaConfig, LlamaForCausalLM

torch.set_num_threads(2)
SHAPE = dict(vocab_size=49152, hidden_size=576, intermediate_size=1536, num_hidden_layers=30, num_attention_heads=9,
             num_key_value_heads=3, max_position_embeddings=2048, tie_word_embeddings=True)
TARGETS = ["q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj"]
for dtype in (torch.float32, torch.bfloat16):
    model = LlamaForCausalLM(LlamaConfig(**SHAPE)).to(dtype)
    model = get_peft_model(model, LoraConfig(r=32, lora_alpha=64, target_modules=TARGETS, task_type="CAUSAL_LM"))
    model.train()
    optimizer = torch.optim.AdamW([p for p in model.parameters() if p.requires_grad], lr=1e-4)
    for rows, length in ((16, 24), (4, 384)):
        times = []
        for step in range(-2, 5):
            ids = torch.randint(0, SHAPE["vocab_size"], (rows, length))
            start = time.perf_counter()
            model(input_ids=ids, labels=ids).loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad()
            if step >= 0:
                times.append(time.perf_counter() - start)
        print(f"{dtype} {rows}x{length}: {rows * length / sorted(times)[len(times) // 2]:.0f} tokens/s", flush=True)
