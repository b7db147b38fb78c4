import assert from 'node:assert/strict';
import test from 'node:test';
import { cppFunctions, withoutText } from './cpp-functions.ts';

const lengths = (source: string) => cppFunctions(source).map((span) => span.lines);

test('a function is counted from its brace to its end', () => {
  assert.deepEqual(lengths('int f(int a) {\n  return a;\n}\n'), [3]);
  assert.deepEqual(lengths('int f() { return 1; }\n'), [1]);
});

test('namespaces, types, conditions and loops are no functions', () => {
  assert.deepEqual(lengths('namespace a {\nstruct B {\n  int c = 0;\n};\n}\n'), []);
  assert.deepEqual(lengths('void f() {\n  if (a(b)) {\n  }\n  for (;;) {\n  }\n}\n'), [6]);
});

test('members, constructors and functions with attributes are found', () => {
  const source = `class A {
 public:
  explicit A(int b) : b_(b) {
  }
  [[nodiscard]] bool is_ok() const noexcept {
    return true;
  }
  template <typename T>
  T get() const& {
    return {};
  }
};
`;
  assert.deepEqual(lengths(source), [2, 3, 3]);
});

test('the head of a function over several lines is found', () => {
  assert.deepEqual(lengths('Result<Value> f(const A& a,\n                const B& b) {\n}\n'), [2]);
});

test('a lambda is counted as a function of its own', () => {
  assert.deepEqual(
    lengths('void f() {\n  const auto g = [&](int a) {\n    return a;\n  };\n}\n'),
    [5, 3],
  );
});

test('lists in braces and calls with them are no functions', () => {
  assert.deepEqual(lengths('const std::array a{1, 2};\nFields f(value, path, {"a"});\n'), []);
});

test('braces in texts, letters, raw texts and comments do not count', () => {
  const source = 'void f() {\n  g("{{", \'{\', R"x({{)x");  // {\n  /* { */\n}\nvoid h() {\n}\n';
  assert.deepEqual(lengths(source), [4, 2]);
});

test('digit separators and preprocessor lines do not open a text', () => {
  assert.equal(withoutText("int a = 1'000;\n#define X '{'\n").includes('{'), false);
  assert.deepEqual(lengths("int f() {\n  return 1'000;\n}\nint g() {\n}\n"), [3, 2]);
});
