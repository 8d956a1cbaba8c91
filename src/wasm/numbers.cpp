// The C library's functions that the JSON library's lexer reads numbers with, made anew. Those of
// Emscripten count in floating point of 128 bits and read from streams, which would be a tenth of
// what a page waits for. The lexer calls them with texts that it has found to be numbers.
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <cstring>

extern "C" {

// No question and no catalogue has a number with a fraction: that it is one is all that counts.
double __wrap_strtod(const char* text, char** end) {
  *end = const_cast<char*>(text) + std::strlen(text);
  return 0;
}

unsigned long long __wrap_strtoull(const char* text, char** end, int) {
  unsigned long long number = 0;
  for (; *text != '\0'; ++text) {
    const auto digit = static_cast<unsigned>(*text - '0');
    if (number > (ULLONG_MAX - digit) / 10) errno = ERANGE;
    number = number * 10 + digit;
  }
  *end = const_cast<char*>(text);
  return number;
}

// With a minus sign before it.
long long __wrap_strtoll(const char* text, char** end, int base) {
  const unsigned long long number = __wrap_strtoull(text + 1, end, base);
  if (number > static_cast<unsigned long long>(LLONG_MAX) + 1) errno = ERANGE;
  return static_cast<long long>(0 - number);
}
}
