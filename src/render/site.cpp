#include "render/site.h"

#include <algorithm>
#include <unordered_map>

#include "base/parallel.h"
#include "content/json_schema.h"
#include "content/shapes.h"
#include "render/exercise_view.h"
#include "render/list_views.h"
#include "render/site_files.h"

namespace unclench::render {
namespace {

constexpr const char* builder_address = "/builder/";
constexpr const char* worker_name = "sw.js";

std::string file_name(const std::string& address) {
  const std::string path = address.substr(1);
  return path.empty() || path.back() == '/' ? path + "index.html" : path;
}

Hash hash_of_tree(const FileTree& tree, const std::string& folder) {
  Hash hash = 0;
  for (auto file = tree.lower_bound(folder);
       file != tree.end() && file->first.compare(0, folder.size(), folder) == 0; ++file)
    hash = combine(combine(hash, hash_of(file->first)), file->second.hash());
  return hash;
}

const char* direction_of(const std::string& language) {
  const std::string code = language.substr(0, language.find('-'));
  constexpr std::string_view codes[] = {"ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"};
  const bool found = std::find(std::begin(codes), std::end(codes), code) != std::end(codes);
  return found ? "rtl" : "ltr";
}

Value value_of(const content::YamlNode& node) {
  switch (node.kind) {
    case content::YamlNode::Kind::sequence: {
      Value list = Value::List();
      for (const content::YamlNode& item : node.items) list.add(value_of(item));
      return list;
    }
    case content::YamlNode::Kind::mapping: {
      Value object = Value::Object();
      for (const content::YamlEntry& entry : node.entries)
        object.set(entry.key.text, value_of(entry.value));
      return object;
    }
    case content::YamlNode::Kind::scalar:
      break;
  }
  if (node.is_null()) return {};
  if (node.plain && node.text == "false") return false;
  return Value::borrowed(node.text);
}

// One language of the site: its words, its compiled templates, its edition and its pages.
struct Language {
  std::string code;    // as in HTML
  std::string prefix;  // of its addresses: "" or "es/"
  WordList words;
  Settings settings;  // in this language
  std::unique_ptr<Phrases> phrases;
  std::unique_ptr<Templates> templates;
  const content::Edition* edition = nullptr;
  std::unique_ptr<Site> site;
  Value values;     // what its layout says around every page
  Hash shared = 0;  // of everything that all its pages depend on
  std::vector<PageJob> jobs;
  CatalogueMemory* known_catalogue = nullptr;
  Bytes catalogue;
  std::string feed;
};

class Maker {
 public:
  Maker(const Inputs& inputs, const Options& options, SiteMemory& memory, Diagnostics& diagnostics)
      : inputs_(inputs), options_(options), memory_(memory), diagnostics_(diagnostics) {}

  MadeSite run() {
    settings_ = read_settings(inputs_.site, inputs_.site_root, diagnostics_);
    if (!options_.base_url.empty()) settings_.base_url = options_.base_url;
    base_ = settings_.base_url.empty() ? "/" : path_of_url(settings_.base_url);
    read_languages();
    assets_ = gather_assets(
        {inputs_.site, inputs_.web, inputs_.content, inputs_.web_root, inputs_.content_root}, base_,
        diagnostics_);
    read_edition();
    if (settings_.base_url.empty() || !loaded_.edition.can_be_rendered()) return {{}, base_, {}};
    for (Language& language : languages_) list_pages(language);
    files_ = assets_.files;
    make_pages();
    add_other_files();
    std::string worker;
    run_together(
        options_.threads, [&] { check_all_links(); },
        [&] { worker = worker_text(files_, assets_.worker, options_.network_first); });
    files_[worker_name] = std::move(worker);
    MadeSite made{std::move(files_), base_, {}};
    if (options_.external) made.external = content::external_links(loaded_);
    return made;
  }

 private:
  void read_languages() {
    std::vector<std::string> codes = {settings_.language};
    codes.insert(codes.end(), settings_.languages.begin(), settings_.languages.end());
    for (const std::string& code : codes) {
      Language language;
      language.code = code;
      language.prefix = code == settings_.language ? "" : code + "/";
      language.words = read_words(inputs_.site, inputs_.site_root, code, diagnostics_);
      language.known_catalogue = &memory_.catalogues[code];
      languages_.push_back(std::move(language));
    }
    for (Language& language : languages_) {
      language.phrases = std::make_unique<Phrases>(language.words, diagnostics_);
      language.templates = std::make_unique<Templates>(inputs_.site, inputs_.site_root,
                                                       language.words, diagnostics_);
      require_same_words(languages_.front().words, language.words, diagnostics_);
      language.settings = settings_;
      const auto translate = [&](const char* key, std::string& text) {
        text = language.phrases->get_or(std::string("site.") + key, text);
      };
      translate("title", language.settings.title);
      translate("tagline", language.settings.tagline);
      translate("description", language.settings.description);
    }
  }

  void read_edition() {
    content::EditionOptions options;
    options.root = inputs_.content_root;
    options.language = settings_.language;
    options.languages = settings_.languages;
    options.drafts = options_.drafts;
    options.threads = options_.threads;
    options.markdown.base = base_;
    options.markdown.raw_html = settings_.raw_html;
    options.markdown.smart = settings_.smart;
    options.markdown.images = assets_.images;
    for (const Language& language : languages_) {
      content::BlockTitles& titles = language.prefix.empty()
                                         ? options.markdown.block_titles
                                         : options.translated_titles[language.code];
      for (const char* block : {"note", "tip", "warning"})
        titles[block] = language.phrases->get(std::string("blocks.") + block);
    }
    loaded_ = content::load_edition(inputs_.content, options, memory_.edition, diagnostics_);
  }

  void list_pages(Language& language) {
    const bool is_own = language.prefix.empty();
    language.edition = &loaded_.edition;
    for (const auto& translation : loaded_.translations)
      if (!is_own && translation.language == language.code) language.edition = &translation.edition;
    language.site = std::make_unique<Site>(
        Site{*language.edition, language.settings, *language.phrases, *language.templates,
             language.code, "/" + language.prefix, base_ + language.prefix});
    const Site& site = *language.site;
    add_list_and_exercise_pages(*language.site, language.jobs);
    add_routine_pages(site, language.jobs);
    add_redirects(language);
    if (is_own) language.jobs.push_back(not_found_page(site));
    language.values = site_values(language);
    language.shared = hash_of_shared(language);
  }

  void add_list_and_exercise_pages(Site& site, std::vector<PageJob>& jobs) const {
    constexpr std::size_t at_a_time = 256;
    const std::size_t count = site.edition.exercises.size();
    std::vector<PageJob> exercises(count);
    site.exercise_links.resize(count);
    for_each_index(1 + (count + at_a_time - 1) / at_a_time, options_.threads, [&](std::size_t n) {
      if (n == 0) return add_list_pages(site, jobs);
      for (std::size_t i = (n - 1) * at_a_time; i < std::min(count, n * at_a_time); ++i) {
        exercises[i] = exercise_job(site, i);
        site.exercise_links[i] = link_to_exercise(site, *site.edition.exercises[i]);
      }
    });
    jobs.insert(jobs.end(), std::make_move_iterator(exercises.begin()),
                std::make_move_iterator(exercises.end()));
  }

  void add_redirects(Language& language) {
    std::vector<PageJob> redirects;
    for (const PageJob& job : language.jobs)
      if (job.text)
        for (const content::PlacedWord& alias : job.text->aliases)
          redirects.push_back(redirect_page(*language.site, alias.word, job.address, *job.text));
    for (PageJob& job : redirects) language.jobs.push_back(std::move(job));
  }

  Value site_values(const Language& language) const {
    Value assets = Value::Object();
    for (const auto& [name, url] : assets_.urls) assets.set(name, Value::borrowed(url));
    Value data = Value::Object();
    for (const content::DataFile& file : loaded_.edition.data)
      data.set(file.name, value_of(file.value));
    return object(
        "base", language.site->base, "root", base_, "assets", std::move(assets), "data",
        std::move(data), "language", language.code, "direction", direction_of(language.code),
        "site_title", Value::borrowed(language.settings.title), "tagline",
        Value::borrowed(language.settings.tagline), "author", Value::borrowed(settings_.author),
        "repository", Value::borrowed(settings_.repository), "has_feed", has_feed());
  }

  bool has_feed() const {
    const content::Edition& edition = loaded_.edition;
    const auto dated = [](const auto& page) { return !page->updated.empty(); };
    return std::any_of(edition.exercises.begin(), edition.exercises.end(), dated) ||
           std::any_of(edition.conditions.begin(), edition.conditions.end(), dated) ||
           std::any_of(edition.articles.begin(), edition.articles.end(), dated) ||
           std::any_of(edition.routines.begin(), edition.routines.end(), dated) ||
           std::any_of(edition.pages.begin(), edition.pages.end(), dated);
  }

  Hash hash_of_shared(const Language& language) const {
    Hash hash = combine(language.edition->shared, assets_.hash);
    hash = combine(hash, hash_of_tree(inputs_.site, "templates/"));
    hash = combine(hash, hash_of_tree(inputs_.site, "words/"));
    hash = combine(hash, hash_of_tree(inputs_.site, "site.yaml"));
    hash = combine(hash, hash_of(settings_.base_url));
    hash = combine(hash, has_feed() ? 1 : 0);
    return combine(hash, hash_of(language.code));
  }

  struct Task {
    const Language* language;
    const PageJob* job;
    std::string path;
    std::shared_ptr<const MadePage> known;  // as it was made before
    std::shared_ptr<const MadePage> page;

    bool is_kept() const { return page == known; }
  };

  void make_pages() {
    for (const Language& language : languages_)
      for (const PageJob& job : language.jobs)
        tasks_.push_back({&language, &job, language.prefix + file_name(job.address), {}, {}});
    recall_pages();
    // The longest texts come first, so that nobody waits for them at the end.
    const std::size_t catalogues = languages_.size();
    for_each_index(catalogues + tasks_.size(), options_.threads, [&](std::size_t i) {
      if (i < catalogues)
        make_catalogue(languages_[i]);
      else
        make_page(tasks_[i - catalogues]);
    });
    run_together(
        options_.threads,
        [&] {
          for (const Task& task : tasks_) take_page(task);
        },
        [&] { remember_pages(); }, [&] { list_addresses(); }, [&] { write_schemas(); });
  }

  // Most often the pages are the same ones as before, in the same order.
  void recall_pages() {
    const auto& known = memory_.pages;
    std::unordered_map<std::string_view, const SiteMemory::Page*> by_path;
    for (std::size_t i = 0; i < tasks_.size(); ++i) {
      if (by_path.empty() && i < known.size() && known[i].path == tasks_[i].path) {
        tasks_[i].known = known[i].made;
        continue;
      }
      if (by_path.empty())
        for (const SiteMemory::Page& page : known) by_path.emplace(page.path, &page);
      const auto page = by_path.find(tasks_[i].path);
      if (page != by_path.end()) tasks_[i].known = page->second->made;
    }
  }

  void make_catalogue(Language& language) {
    language.catalogue = catalogue_text(*language.site, language.shared, *language.known_catalogue);
  }

  void take_page(const Task& task) {
    const MadePage& page = *task.page;
    const PageJob& job = *task.job;
    diagnostics_.add(page.problems);
    if (!files_.emplace(task.path, page.html).second) {
      const std::string source =
          job.source.empty() ? inputs_.site_root + "/static/" + task.path : std::string(job.source);
      diagnostics_.add(
          Problem::repeated_address, source,
          "another page has the address '/" + task.language->prefix + job.address.substr(1) + "'",
          "choose another name");
    }
    const bool own_language = job.text && job.text->language.empty();
    checked_.push_back({task.path, &page.html, page.links.get(), job.text,
                        own_language ? std::string_view(task.language->prefix) : "",
                        task.is_kept()});
  }

  void remember_pages() {
    memory_.pages.resize(tasks_.size());
    for (std::size_t i = 0; i < tasks_.size(); ++i) {
      SiteMemory::Page& page = memory_.pages[i];
      if (page.path != tasks_[i].path) page.path = tasks_[i].path;
      if (page.made != tasks_[i].page) page.made = tasks_[i].page;
    }
  }

  // The feeds and the site map.
  void list_addresses() {
    std::vector<ListedPage> all;
    for (Language& language : languages_) {
      std::vector<ListedPage> listed;
      for (const Task& task : tasks_)
        if (task.language == &language && task.job->listed)
          listed.push_back({settings_.base_url + language.prefix + task.job->address.substr(1),
                            task.page->title, task.page->summary, task.job->updated});
      const std::string home = settings_.base_url + language.prefix;
      language.feed = feed_text(language.settings, language.code, home, home + "feed.xml", listed);
      all.insert(all.end(), std::make_move_iterator(listed.begin()),
                 std::make_move_iterator(listed.end()));
    }
    sitemap_ = sitemap_text(all);
  }

  void make_page(Task& task) const {
    const Hash inputs = combine(task.language->shared, task.job->inputs);
    if (task.known && task.known->inputs == inputs) {
      task.page = task.known;
      return;
    }
    auto page = std::make_shared<MadePage>();
    const Language& language = *task.language;
    PageView view = task.job->view(page->problems);
    language.templates->require("layout", page->problems);
    language.templates->require(view.template_name, page->problems);
    add_layout_values(language, *task.job, view);
    std::string html = language.templates->render_page(view.template_name, language.values,
                                                       view.values, page->problems);
    page->inputs = inputs;
    page->links = std::make_shared<const PageLinks>(links_of_html(html));
    page->html = std::move(html);
    page->html.hash();  // while it is still near the processor
    page->title = view.title;
    page->summary = view.description;
    task.page = std::move(page);
  }

  // What the layout says of a page.
  void add_layout_values(const Language& language, const PageJob& job, PageView& view) const {
    Value& values = view.values;
    const std::string section = job.address.substr(1, job.address.find('/', 1) - 1);
    const Settings& settings = language.settings;
    values.set("head_title", job.address == "/" ? settings.title + ": " + settings.tagline
                                                : view.title + " - " + settings.title);
    values.set("description", view.description);
    const std::string address = language.prefix + job.address.substr(1);
    values.set("canonical", job.listed ? settings_.base_url + address : "");
    Value alternates = Value::List();
    if (job.listed && languages_.size() > 1)
      for (const Language& other : languages_)
        alternates.add(object("language", other.code, "url",
                              settings_.base_url + other.prefix + job.address.substr(1), "path",
                              base_ + other.prefix + job.address.substr(1), "name",
                              other.phrases->get_or("language_name", other.code), "is_this",
                              other.code == language.code));
    values.set("has_alternates", alternates.is_true());
    values.set("alternates", std::move(alternates));
    values.set("text_language", view.language == language.code ? "" : view.language);
    values.set("text_direction", direction_of(view.language));
    values.set("runs_core", job.address == builder_address);
    values.set("in_exercises", section == "exercises");
    values.set("in_builder", section == "builder");
    values.set("in_routines", section == "routines");
    values.set("in_help", section == "get-help");
    const Value* citations = values.find("citations");
    values.set("has_citations", citations && citations->is_true());
    values.set("source_file", Value::borrowed(job.source));
    values.set("updated", Value::borrowed(job.updated));
  }

  void add_other_files() {
    for (Language& language : languages_) {
      if (!language.feed.empty()) files_[language.prefix + "feed.xml"] = language.feed;
      files_[language.prefix + "catalogue.json"] = language.catalogue;
    }
    files_["manifest.webmanifest"] = manifest_text(settings_, settings_.language, base_);
    files_["sitemap.xml"] = std::move(sitemap_);
    files_["robots.txt"] = robots_text(settings_);
    for (auto& [path, text] : schemas_) files_[path] = std::move(text);
  }

  // The schemas name the words of this edition, so that an editor can offer them.
  void write_schemas() {
    for (const content::PublishedSchema& schema : content::published_schemas())
      schemas_["schema/" + schema.name + ".json"] =
          content::schema_text(schema.name, loaded_.terms, settings_.base_url);
  }

  // Pages whose links were good stay good as long as no address and no id anywhere has changed.
  void check_all_links() {
    Hash addresses = combine(hash_of(base_), files_.size());
    for (const auto& [path, bytes] : files_) addresses = combine(addresses, hash_of(path));
    for (const Task& task : tasks_) {
      addresses = combine(addresses, task.page->links->ids.size());
      for (Hash id : task.page->links->ids) addresses = combine(addresses, id);
    }
    if (addresses != memory_.checked_addresses)
      for (CheckedPage& page : checked_) page.known_good = false;
    const std::size_t before = diagnostics_.size();
    check_links(checked_, files_, base_, options_.threads, diagnostics_);
    memory_.checked_addresses = diagnostics_.size() == before ? addresses : 0;
  }

  const Inputs& inputs_;
  const Options& options_;
  SiteMemory& memory_;
  Diagnostics& diagnostics_;
  Settings settings_;
  std::string base_;
  std::vector<Language> languages_;
  Assets assets_;
  content::LoadedEdition loaded_;
  FileTree files_;
  std::string sitemap_;
  FileTree schemas_;
  std::vector<Task> tasks_;
  std::vector<CheckedPage> checked_;
};

}  // namespace

MadeSite make_site(const Inputs& inputs, const Options& options, SiteMemory& memory,
                   Diagnostics& diagnostics) {
  auto maker = std::make_shared<Maker>(inputs, options, memory, diagnostics);
  MadeSite site = maker->run();
  site.rest = std::move(maker);
  return site;
}

}  // namespace unclench::render
