// An open file or folder of the system, closed at the end of its scope.
#pragma once

#include <unistd.h>

namespace unclench {

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}  // negative: it could not be opened
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  operator int() const { return number_; }

 private:
  int number_;
};

}  // namespace unclench
