#include "render/site.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <unordered_map>

#include "base/parallel.h"
#include "content/json_schema.h"
#include "content/shapes.h"
#include "render/layout_view.h"
#include "render/search_index.h"
#include "render/site_files.h"
#include "render/site_folders.h"
#include "render/site_language.h"

namespace unclench::render {
namespace {

constexpr const char* worker_name = "sw.js";
constexpr const char* icon_name = "icon.svg";

std::string file_name(const std::string& address) {
  const std::string path = address.substr(1);
  return path.empty() || path.back() == '/' ? path + "index.html" : path;
}

class Maker {
 public:
  Maker(const Inputs& inputs, const Options& options, SiteMemory& memory, Diagnostics& diagnostics)
      : inputs_(inputs), options_(options), memory_(memory), diagnostics_(diagnostics) {}

  MadeSite run() {
    settings_ = read_settings(inputs_.site, inputs_.site_root, diagnostics_);
    if (!options_.base_url.empty()) settings_.base_url = options_.base_url;
    report_stray_site_files(inputs_.site, inputs_.site_root, settings_, diagnostics_);
    base_ = settings_.base_url.empty() ? "/" : path_of_url(settings_.base_url);
    languages_ = read_languages(inputs_.site, inputs_.site_root, settings_, diagnostics_);
    assets_ = gather_assets({inputs_.site, inputs_.web, inputs_.content, inputs_.site_root,
                             inputs_.web_root, inputs_.content_root},
                            base_, diagnostics_);
    read_edition();
    if (settings_.base_url.empty() || !loaded_.edition.can_be_rendered())
      return {{}, base_, {}, settings_};
    files_ = assets_.files;
    add_pictures();
    for (Language& language : languages_)
      list_pages({inputs_.site, settings_, assets_, loaded_, base_, figures_, pictures_, is_sound_,
                  options_.threads},
                 language, memory_.planned[language.code], diagnostics_);
    make_pages();
    add_other_files();
    std::string worker;
    run_together(
        options_.threads, [&] { check_all_links(); },
        [&] { worker = worker_text(files_, assets_.worker, options_.network_first); });
    put(worker_name, std::move(worker));
    report_folders_in_the_way();
    MadeSite made{std::move(files_), base_, {}, settings_};
    if (options_.external) made.external = content::external_links(loaded_);
    return made;
  }

  const content::LoadedEdition& edition() const { return loaded_; }

 private:
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
    const std::size_t before = diagnostics_.size();
    loaded_ = content::load_edition(inputs_.content, options, memory_.edition, diagnostics_);
    is_sound_ = diagnostics_.size() == before;
    figures_ = draw_figures(loaded_.edition, options_.threads, memory_.figures);
  }

  void add_pictures() {
    add_figure_files(loaded_.edition, figures_, files_);
    const auto icon = files_.find(icon_name);
    pictures_ =
        draw_pictures(loaded_.edition, figures_, icon == files_.end() ? Bytes() : icon->second,
                      inputs_.site_root + "/static/" + icon_name, options_.draw_png,
                      options_.threads, files_, diagnostics_);
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
    catalogues_.resize(catalogues);
    for (const Language& language : languages_) memory_.catalogues.try_emplace(language.code);
    for_each_index(catalogues + tasks_.size(), options_.threads, [&](std::size_t i) {
      if (i < catalogues)
        make_catalogue(i);
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

  void make_catalogue(std::size_t language) {
    const Language& of = languages_[language];
    catalogues_[language] = catalogue_text(*of.site, of.shared, memory_.catalogues.at(of.code));
  }

  void take_page(const Task& task) {
    const MadePage& page = *task.page;
    const PageJob& job = *task.job;
    diagnostics_.add(page.problems);
    if (!files_.emplace(task.path, page.html).second) report_taken(task);
    const bool own_language = job.text && job.text->language.empty();
    checked_.push_back({task.path, &page.html, page.links.get(), job.text,
                        own_language ? std::string_view(task.language->prefix) : "",
                        task.is_kept()});
  }

  // Where the address of a page is given. A list has no file; what it meets there has one. An old
  // address gives way to a page, also to that of another language.
  void report_taken(const Task& task) {
    const auto first = std::find_if(tasks_.begin(), tasks_.end(),
                                    [&](const Task& other) { return other.path == task.path; });
    const bool blames_first = (task.job->source.empty() && !first->job->source.empty()) ||
                              (first->job->alias_file && !task.job->alias_file);
    const Task& blamed = blames_first ? *first : task;
    const Task& holder = blames_first ? task : *first;
    const std::string static_file = inputs_.site_root + "/static/" + task.path;
    std::string name = "that of a page which the program makes";
    if (&blamed == &holder)
      name = "that of " + static_file;
    else if (holder.job->alias_file)
      name = "an alias in " + holder.job->alias_file->path;
    else if (!holder.job->source.empty())
      name = "that of " + std::string(holder.job->source);
    report_place(
        blamed, static_file,
        "the address '/" + task.language->prefix + task.job->address.substr(1) + "' is " + name);
  }

  void report_place(const Task& task, const std::string& otherwise, const std::string& message) {
    const PageJob& job = *task.job;
    const std::string path(job.source);
    // What is wrong in one language is so in the others.
    const bool is_new =
        told_places_.emplace(path, job.alias_span.line, job.alias_span.column).second;
    if (!path.empty() && !is_new) return;
    if (job.alias_file)
      diagnostics_.add(Problem::repeated_address, *job.alias_file, job.alias_span, message,
                       "take it out, or write another one");
    else
      diagnostics_.add(Problem::repeated_address, path.empty() ? otherwise : path, message,
                       "choose another name");
  }

  // Puts in a file that the program writes itself.
  void put(const std::string& path, Bytes bytes) {
    if (assets_.files.contains(path))
      report_static(path, "the program writes the file '/" + path + "' itself",
                    "take this one out");
    files_[path] = std::move(bytes);
  }

  // No folder can stand where a file does. Only files of static/ and old addresses can bring that
  // about.
  void report_folders_in_the_way() {
    for (const Task& task : tasks_) {
      if (!task.job->alias_file) continue;
      for (std::size_t slash = task.path.find('/'); slash != std::string::npos;
           slash = task.path.find('/', slash + 1))
        if (files_.contains(task.path.substr(0, slash)))
          report_place(task, "", file_and_folder(task.path.substr(0, slash)));
    }
    for (const auto& [path, bytes] : assets_.files) {
      const auto inside = files_.lower_bound(path + "/");
      if (inside != files_.end() && inside->first.rfind(path + "/", 0) == 0)
        report_static(path, file_and_folder(path), "choose another name");
      for (std::size_t slash = path.find('/'); slash != std::string::npos;
           slash = path.find('/', slash + 1))
        if (files_.contains(path.substr(0, slash)))
          report_static(path, file_and_folder(path.substr(0, slash)), "choose another name");
    }
  }

  static std::string file_and_folder(const std::string& path) {
    return "'/" + path + "' would be a file and a folder";
  }

  void report_static(const std::string& path, const std::string& message, const std::string& help) {
    diagnostics_.add(Problem::repeated_address, inputs_.site_root + "/static/" + path, message,
                     help);
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
    for (const Language& language : languages_) {
      std::vector<ListedPage> listed;
      for (const Task& task : tasks_)
        if (task.language == &language && task.job->listed)
          listed.push_back({settings_.base_url + language.prefix + task.job->address.substr(1),
                            task.page->title, task.page->summary, task.job->updated,
                            task.job->text ? std::string_view(task.job->text->language) : ""});
      const std::string home = settings_.base_url + language.prefix;
      feeds_.push_back(
          feed_text(language.settings, language.code, home, home + "feed.xml", listed));
      all.insert(all.end(), std::make_move_iterator(listed.begin()),
                 std::make_move_iterator(listed.end()));
    }
    sitemap_ = sitemap_files(all, settings_.base_url);
  }

  void make_page(Task& task) const {
    const Hash inputs = combine(combine(task.language->shared, task.job->inputs),
                                hash_of(picture_of(*task.job, pictures_)));
    if (task.known && task.known->inputs == inputs) {
      task.page = task.known;
      return;
    }
    auto page = std::make_shared<MadePage>();
    const Language& language = *task.language;
    PageView view = task.job->view(page->problems);
    language.templates->require("layout", page->problems);
    language.templates->require(view.template_name, page->problems);
    add_layout_values({settings_, base_, assets_, pictures_, languages_, !options_.unpublished},
                      language, *task.job, view);
    std::string html = language.templates->render_page(view.template_name, language.values,
                                                       view.values, page->problems);
    page->inputs = inputs;
    page->links = std::make_shared<const PageLinks>(links_of_html(html, base_));
    page->html = std::move(html);
    page->html.hash();  // while it is still near the processor
    page->title = view.title;
    page->summary = view.description;
    task.page = std::move(page);
  }

  void add_other_files() {
    for (std::size_t i = 0; i < languages_.size(); ++i) {
      const std::string& prefix = languages_[i].prefix;
      if (!feeds_[i].empty()) put(prefix + "feed.xml", feeds_[i]);
      put(prefix + "catalogue.json", catalogues_[i]);
      if (languages_[i].templates->has("search"))
        put(prefix + "search.json", search_index_text(searched_pages(*languages_[i].site)));
    }
    put("manifest.webmanifest",
        manifest_text(settings_, settings_.language, base_, pictures_.icons));
    for (auto& [path, text] : sitemap_) put(path, std::move(text));
    put("robots.txt", robots_text(settings_));
    for (auto& [path, text] : schemas_) put(path, std::move(text));
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
      const PageLinks& links = *task.page->links;
      const bool is_whole = links.is_whole && !(task.job->text && task.job->text->broken);
      addresses = combine(addresses, 2 * links.ids.size() + is_whole);
      for (Hash id : links.ids) addresses = combine(addresses, id);
    }
    if (addresses != memory_.checked_addresses)
      for (CheckedPage& page : checked_) page.known_good = false;
    const std::size_t before = diagnostics_.size();
    check_links(checked_, files_, base_, loaded_.edition.drafts, options_.threads, diagnostics_);
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
  DrawnFigures figures_;
  Pictures pictures_;
  bool is_sound_ = false;  // nothing was wrong with the content
  FileTree files_;
  std::vector<Bytes> catalogues_;   // by language
  std::vector<std::string> feeds_;  // likewise
  FileTree sitemap_;
  FileTree schemas_;
  std::set<std::tuple<std::string, int, int>> told_places_;  // of addresses that are taken
  std::vector<Task> tasks_;
  std::vector<CheckedPage> checked_;
};

}  // namespace

MadeSite make_site(const Inputs& inputs, const Options& options, SiteMemory& memory,
                   Diagnostics& diagnostics) {
  auto maker = std::make_shared<Maker>(inputs, options, memory, diagnostics);
  MadeSite site = maker->run();
  const content::LoadedEdition& edition = maker->edition();
  site.edition = std::shared_ptr<const content::LoadedEdition>(std::move(maker), &edition);
  return site;
}

}  // namespace unclench::render
