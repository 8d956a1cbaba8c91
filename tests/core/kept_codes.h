// Codes of version 1 as people have them in their links, and what they mean in the sample
// catalogue, as `written` writes it. They were not made by the program, but by a script that was
// written from docs/routine-format.md alone.
// Never change or remove a line: whoever has such a code has nothing else. Only add.
#pragma once

namespace unclench::test {

struct KeptCode {
  const char* code;
  const char* routine;
};

inline constexpr KeptCode kept_codes[] = {
    {"1Ahb698-eVeJiKwJtAQAADYzdu3", "well; walk floor 16x1x1"},
    {"1Bhb69mmQLQn-bJiKwJtA8AACZTaZv", "sore from standing; walk floor 60x1x1"},
    {"1Bhb69648LQkRNa6QqwIAeAAMrILwIAACQdIy1wIAUAQa6QqwIAeAAAsSf54",
     "sore from supine; back-rest bed 30x1x1; knee-rolls bed 0x10x1; knee-hug bed 20x2x1; "
     "back-rest bed 30x1x1"},
    {"1Bhb69BOpVeDANQZJBJtAFBxqRioJtAACQCMZsxo",
     "well from all-fours; bird-dog floor 5x8x2; press-up floor 0x10x1"},
    {"1Bhb69rQiVeYFTuAb6JtcIY5AznXqt", "well from prone; bridge floor 1800x100x10"},
    {"1Ahb69UTDLQuAb6wIAAAABrVzqk", "sore; bridge bed 0x1x1"},
    {"1Chb69VL0VeuAb6JtAFBxAGc2xvd2x5JiKwJtAQAAAADEkr4-",
     "well; bridge floor 5x8x2 (slowly); walk floor 16x1x1"},
    {"1Dhb69IgLLQkRNMZsFJtAMAgAAiK35wIBADwA9QXRtZSBydWhpZyB3ZWl0ZXIsIGdyw7bDn2VyIHdpcmTigJlzIG5pY2h"
     "0Lgrnl5vjgb_jgarjgZcg8J-ZggBoRTJ3",
     "sore from supine; double-hug floor 12x3x1; hug-series bed 64x16x1 (Atme ruhig weiter, größer "
     "wird’s nicht.\n痛みなし 🙂)"},
    {"1Dhb69fFaVen-bJiKwJtcHAAABYQJiKwJtAEYwACYWIJiKwJtA_EJADYWJjJiKwJtBBAYAABP80ig",
     "well from standing; walk floor 1799x1x1 (a); walk floor 4x100x1 (ab); walk floor 63x17x10 "
     "(abc); walk floor 65x2x9"},
    {"1Bhb69CjLVekRNa6QqwIAKAAMrILJtAKAAdIy1wIAMAAMZsFJtAMAAiK35wIAOAAqRioJtAOAAuAb6wIAQAAQZJBJtAQA"
     "AJiKwJtAQAAa6QqJtAKAADoH8Q6",
     "well from supine; back-rest bed 10x1x1; knee-rolls floor 10x1x1; knee-hug bed 12x1x1; "
     "double-hug floor 12x1x1; hug-series bed 14x1x1; press-up floor 14x1x1; bridge bed 16x1x1; "
     "bird-dog floor 16x1x1; walk floor 16x1x1; back-rest floor 10x1x1"},
    {"1Bhb69dRzLQYFTMrILwIcIY5iK35JtcIY5MrILwIcIY5iK35JtcIY5MrILwIcIY5iK35JtcIY5MrILwIcIY5iK35JtcIY"
     "5MrILwIcIY5iK35JtcIY5Dtx3CF",
     "sore from prone; knee-rolls bed 1800x100x10; hug-series floor 1800x100x10; knee-rolls bed "
     "1800x100x10; hug-series floor 1800x100x10; knee-rolls bed 1800x100x10; hug-series floor "
     "1800x100x10; knee-rolls bed 1800x100x10; hug-series floor 1800x100x10; knee-rolls bed "
     "1800x100x10; hug-series floor 1800x100x10"},
    {"1Dhb697n3LQn-bdIy1JtAeAhABCgdIy1JtAeAhAUfi1fICJxdW90ZWQiIFwgLyA8Yj4BBOsur",
     "sore from standing; knee-hug floor 30x3x2 (\n); knee-hug floor 30x3x2 (~-_ \"quoted\" \\ / "
     "<b>)"},
    {"1Ahb695EjVeqRioJtABASqRioJtACAjqRioJtABASDDE-j5",
     "well; press-up floor 1x2x3; press-up floor 2x3x4; press-up floor 1x2x3"},
};

}  // namespace unclench::test
